import { ArgosClient } from "@x/argos";
import { KryptogoClient } from "@x/kryptogo";
import { KycPortalClient } from "@x/kyc-portal";
import { VerifyVaspClient } from "@x/verifyvasp-kyt";
import { canaries } from "./vendors.ts";

// Lets the error of one client end the process, by a rejection that nobody handles or by an exception.
const [which = "0", kind = "rejection"] = process.argv.slice(2);
const everything = JSON.stringify(canaries);
const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
  const request = new Request(input, init);
  if (request.url.endsWith("/connect/token")) return Response.json({ access_token: canaries.token, expires_in: 600 });
  if (which === "0") throw new TypeError(`failed for ${request.url}`, { cause: new Error(everything) });
  return new Response(everything, { status: which === "1" ? 200 : 400, headers: { "x-request-id": canaries.key } });
};
const shared = { baseUrl: "https://vendor.test", fetch };
const calls = [
  async () => await new KryptogoClient({ ...shared, apiKey: canaries.key }).kya.create({ address: canaries.address }),
  async () =>
    await new ArgosClient({ ...shared, apiKey: canaries.key }).submissions.get({ submission_id: canaries.id }),
  async () =>
    await new KycPortalClient({ ...shared, clientId: "client-1", clientSecret: canaries.key }).companies.list(),
  async () => {
    const enclave = new VerifyVaspClient({ ...shared, headers: { "x-proxy-key": canaries.key } });
    return await enclave.neighbours.vasps.list();
  },
];
console.log(`CANARY ${JSON.stringify(Object.values(canaries))}`);
const failing = calls[Number(which)]?.() ?? Promise.reject(new Error("no such client"));
if (kind === "rejection") void failing;
else
  failing.catch((error: unknown) => {
    setTimeout(() => {
      throw error;
    });
  });
