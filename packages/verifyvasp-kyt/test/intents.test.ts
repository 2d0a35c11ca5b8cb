import { describe, expect, test } from "vitest";
import { parseVerifyVaspCallback, verifyVaspIntentOf } from "../src/callbacks/index.js";
import { createIntents, MemoryStore, VerifyVaspClient } from "../src/index.js";
import { attemptSample, forgeTxReport, forgeWcoCallback } from "../src/testing/index.js";

const { verificationUuid } = attemptSample.data;

describe("a callback settles the intent of the call that it is about", () => {
  test("for an assessment, which has no other way out of an unknown outcome", async () => {
    const intents = createIntents({ store: new MemoryStore() });
    let sent = 0;
    const client = new VerifyVaspClient({
      baseUrl: "https://enclave.test",
      intents,
      send: async () => {
        sent++;
        throw Object.assign(new TypeError("lost"), { code: "ECONNRESET" });
      },
    });
    const ask = async (): Promise<unknown> =>
      await client.kyt.requestAssessment({ verificationUuid }).catch((error: unknown) => error);
    expect(await ask()).toMatchObject({ code: "outcome_unknown", canReconcile: false });
    expect(await intents.settle(verifyVaspIntentOf(parseVerifyVaspCallback(JSON.stringify(attemptSample))))).toBe(true);
    const { requestId } = attemptSample.data.riskAssessment.chainalysisKYT;
    expect(await ask()).toMatchObject({ code: "intent_done", ids: [requestId] });
    expect(sent).toBe(1);
  });

  test("for a screening by its verification, and not for callbacks that nobody paid for", () => {
    const wco = parseVerifyVaspCallback(forgeWcoCallback({}).body);
    expect(verifyVaspIntentOf(wco)).toMatchObject({ operations: ["requestRefinitivWcoAssessment"], ids: [] });
    expect(verifyVaspIntentOf(parseVerifyVaspCallback(forgeTxReport({}).body))).toBeUndefined();
    expect(verifyVaspIntentOf(parseVerifyVaspCallback('{"callbackType":"NEW","data":{}}'))).toBeUndefined();
  });
});
