import { createIntents, Mailbox, MemoryStore, VerifyVaspClient } from "@x/verifyvasp-kyt";
import { bearerProof, createVerifyVaspReceiver, parseVerifyVaspCallback } from "@x/verifyvasp-kyt/callbacks";
import {
  attemptSample,
  fixtures,
  FakeEnclave,
  forgeKytCallback,
  forgeVerificationResult,
} from "@x/verifyvasp-kyt/testing";
import { deliverToServer } from "../stand-ins/node-http.ts";
import { tokenOfNobody } from "./keys.ts";
import { callbackRequest, netOf, type Told } from "./scene.ts";

/** An enclave with one agreed transfer, and a receiver at the other end of its callbacks. */
export async function verifyVaspScene(told: Told) {
  const store = new MemoryStore();
  const results = new Mailbox({ store });
  const receive = createVerifyVaspReceiver({
    proofs: [bearerProof(tokenOfNobody)],
    store,
    results,
    onEvent: () => undefined,
  });
  const fake = new FakeEnclave({
    callbackUrl: "https://hooks.example.com/in",
    callbackToken: tokenOfNobody,
    assessmentMs: 1,
    verificationMs: 1,
    deliver: async (url, init) =>
      (await deliverToServer(init)) ?? (await receive(new Request(url, { method: "POST", ...init }))).status,
  });
  const net = netOf({ hosts: [], fetch: fake.fetch, fixtures }, told);
  const baseUrl = "https://enclave.internal:21117";
  const verifyvasp = new VerifyVaspClient({ baseUrl, fetch: net });
  const transfer = fixtures.createVerification.input;
  const { verificationUuid } = await verifyvasp.neighbours.verifications.create(transfer);
  const forged = told.code.includes("verdictOf")
    ? forgeVerificationResult({ verificationUuid })
    : forgeKytCallback({ verificationUuid });
  const callback = parseVerifyVaspCallback(forgeVerificationResult({ verificationUuid }).body);
  if (callback.kind !== "verification_result") throw new Error("the forged callback is of another kind");
  const names = {
    baseUrl,
    body: forgeKytCallback({ verificationUuid }).body,
    intents: createIntents({ store }),
    verifyvasp,
    fake,
    store,
    results,
    receive,
    transfer,
    verificationUuid,
    txHash: "0x1f0a3a1e2c7d",
    requestId: "3b1c2f4e-0000-4000-8000-000000000001",
    occasion: { verificationUuid, role: "originating", txReported: false } as const,
    callback,
    result: attemptSample.data,
    alert: attemptSample.data.riskAssessment.chainalysisKYTAlerts![0]!,
    level: "SEVERE" as const,
    callbackUrl: "https://hooks.example.com/in",
    request: callbackRequest(forged.body, { authorization: `Bearer ${tokenOfNobody}` }),
    error: new Error("too early") as unknown,
  };
  return {
    names,
    net: { hosts: ["enclave.internal", "enclave.test"], fetch: net },
    env: { ENCLAVE_URL: baseUrl },
  };
}
