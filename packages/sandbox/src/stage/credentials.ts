import type { DrivableFake } from "@x/core/testing";
import { keys } from "./keys.js";
import type { VendorName } from "./types.js";

/** Headers that let a request of the sandbox's own in. */
export async function authorization(vendor: VendorName, fake: DrivableFake): Promise<Record<string, string>> {
  if (vendor === "kryptogo") return { "GOFACT-API-TOKEN": keys.kryptogo.apiKey };
  if (vendor === "argos") return { "x-api-key": keys.argos.apiKey };
  if (vendor === "verifyvasp") return {};
  const { clientId, clientSecret } = keys["kyc-portal"];
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const body = new URLSearchParams({ ...form, scope: "PublicApi", audience: "PublicApi" });
  const answer = await fake.answer(new Request("https://sandbox.test/connect/token", { method: "POST", body }));
  const { access_token } = (await answer.json()) as { access_token?: string };
  return { authorization: `Bearer ${access_token ?? ""}` };
}
