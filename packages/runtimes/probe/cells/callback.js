import { argosCipher, openArgosCallback, parseArgosCallback } from "@x/argos/callbacks";
import { forgeArgosCallback, forgeEncryptedArgosCallback } from "@x/argos/testing";
import { parseKryptogoCallback } from "@x/kryptogo/callbacks";
import { forgeIdvCallback, forgeSearchTaskCallback } from "@x/kryptogo/testing";
import { parseKycPortalEvent } from "@x/kyc-portal/callbacks";
import { forgeKycPortalEvent } from "@x/kyc-portal/testing";
import { bearerProof, createVerifyVaspReceiver } from "@x/verifyvasp-kyt/callbacks";
import { forgeKytCallback } from "@x/verifyvasp-kyt/testing";
import { equal, thrown } from "../assert.js";

/** Callbacks of every vendor are read, broken ones refused, and a receiver takes a Request and gives a Response. */
export async function callback() {
  equal("IDV", parseKryptogoCallback(forgeIdvCallback().body).kind, "idv");
  equal("search", parseKryptogoCallback(new TextEncoder().encode(forgeSearchTaskCallback().body)).kind, "search_task");
  equal("portal", parseKycPortalEvent(forgeKycPortalEvent("CaseReady").body).eventType, "CaseReady");
  equal("ARGOS", parseArgosCallback(forgeArgosCallback("approved").body).kind, "approved");
  const cipher = argosCipher("callback-secret-0123456789abcdefghij", { mode: "aes-256-gcm" });
  const { body } = await forgeEncryptedArgosCallback("rejected", cipher);
  const opened = await openArgosCallback(body, cipher);
  equal("ARGOS, sealed", [opened.kind, opened.authenticated], ["rejected", true]);
  for (const parse of [parseKryptogoCallback, parseKycPortalEvent, parseArgosCallback])
    equal("no JSON", (await thrown("a broken callback", () => parse("{'no': json"))).code, "invalid_callback");
  await received();
}

/** Proven once, handled once, a copy acknowledged, a forged one refused. */
async function received() {
  const token = "receiver-token-0123456789";
  const handled = [];
  const receive = createVerifyVaspReceiver({
    proofs: [bearerProof(token)],
    onEvent: (event) => void handled.push(event.kind),
  });
  const { body } = forgeKytCallback();
  const deliver = async (authorization, text = body) => {
    const headers = { "content-type": "application/json", authorization };
    const request = new Request("https://backend.test/callback", { method: "POST", headers, body: text });
    const response = await receive(request);
    equal("a Response", response instanceof Response, true);
    return response.status;
  };
  equal("forged", await deliver("Bearer another"), 401);
  equal("first", await deliver(`Bearer ${token}`), 200);
  equal("copy", await deliver(`Bearer ${token}`), 200);
  equal("broken", await deliver(`Bearer ${token}`, "{"), 400);
  await receive.idle();
  equal("handled", handled, ["kyt"]);
}
