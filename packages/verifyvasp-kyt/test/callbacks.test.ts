import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  bearerProof,
  createVerifyVaspReceiver,
  headerProof,
  Mailbox,
  MemoryStore,
  parseVerifyVaspCallback,
  type VerifyVaspCallback,
} from "../src/callbacks/index.js";
import { isSdkError } from "../src/index.js";
import {
  attemptSample,
  forgeErrorReport,
  forgeKytCallback,
  forgeTxReport,
  forgeVerificationResult,
  forgeWcoCallback,
  transferSample,
} from "../src/testing/index.js";

const token = "token-of-nobody-0001";

function refusalOf(body: unknown): unknown {
  try {
    return parseVerifyVaspCallback(body);
  } catch (error) {
    return isSdkError(error) && error.code === "invalid_callback" ? error.message : error;
  }
}

describe("a callback", () => {
  test.each([
    ["of an address", attemptSample],
    ["of a transaction", transferSample],
  ])("%s is read as documented, without drift", (_, sample) => {
    const { requestId } = sample.data.riskAssessment.chainalysisKYT;
    expect(parseVerifyVaspCallback(JSON.stringify(sample))).toEqual({
      kind: "kyt",
      callbackType: "CHAINALYSIS_KYT_RESULT",
      subject: `kyt:${requestId}`,
      payload: sample.data,
      drift: [],
    });
  });

  test.each([
    ["wco", forgeWcoCallback().body],
    ["verification_result", forgeVerificationResult().body],
    [
      "verification_result",
      '{"callbackType":"VERIFICATION_RESULT","data":{"result":"VERIFIED","verificationUuid":"ecb457e3-2307-4e72-8a42-16a3774e154b"}}',
    ],
    ["tx_report", forgeTxReport().body],
    ["error_report", forgeErrorReport().body],
  ])("of type %s is told apart, and has no drift", (kind, body) => {
    expect(parseVerifyVaspCallback(body)).toMatchObject({
      kind,
      subject: expect.stringContaining("verification:") as string,
      drift: [],
    });
  });

  test("keeps ids above 2^53 digit by digit, though they come as numbers", () => {
    const body = JSON.stringify(attemptSample).replaceAll('"15952089931162059995"', "15952089931162059995");
    const callback = parseVerifyVaspCallback(body);
    expect(callback.kind === "kyt" && callback.payload).toEqual(attemptSample.data);
    expect(callback.drift).toEqual([]);
  });

  test("keeps amounts as the text that they are", () => {
    const amount = "0.100000000000000000000000000000000001";
    const callback = parseVerifyVaspCallback(forgeKytCallback({ kyt: { amount, usdPrice: "1e3" } }).body);
    expect(callback.kind === "kyt" && callback.payload.riskAssessment.chainalysisKYT).toMatchObject({
      amount,
      usdPrice: "1e3",
    });
  });

  test("before there is a result lacks what comes with it, which is no drift", () => {
    const nothing = { externalId: undefined, assessedAt: undefined, usdPrice: undefined };
    const kyt = {
      ...nothing,
      status: "REGISTERED",
      alertCount: null,
      network: null,
      outputAddress: null,
      timestamp: null,
    };
    expect(parseVerifyVaspCallback(forgeKytCallback({ kyt, alerts: [] }).body).drift).toEqual([]);
  });

  test("may bring new values and fields, which are told", () => {
    const { drift } = parseVerifyVaspCallback(
      forgeKytCallback({ kyt: { status: "RECHECKED", speed: 3 } as never, alerts: [{ alertLevel: "CRITICAL" }] }).body,
    );
    expect(drift).toEqual([
      { path: "data.riskAssessment.chainalysisKYT.status", kind: "unknown_value" },
      { path: "data.riskAssessment.chainalysisKYT.*", kind: "unknown_field" },
      { path: "data.riskAssessment.chainalysisKYTAlerts.*.alertLevel", kind: "unknown_value" },
    ]);
  });

  test("of another type is unknown, and shows its payload to nobody who only looks", () => {
    const body = { callbackType: "SOMETHING_NEW", data: { name: "James Din" } };
    const callback = parseVerifyVaspCallback(JSON.stringify(body));
    expect(callback.kind === "unknown" && callback.readPayload()).toEqual(body);
    expect(inspect(callback, { depth: 9, showHidden: true }) + JSON.stringify(callback)).not.toContain("James");
  });

  test.each([
    ["is not JSON", "<html>", "the callback's body is not JSON that can be relied on (invalid)."],
    ["is no object", "[1]", "the callback's body is not a JSON object."],
    [
      "says its status twice",
      '{"callbackType":"CHAINALYSIS_KYT_RESULT","data":{"status":"ERROR","status":"PROCESSED"}}',
      "the callback's body is not JSON that can be relied on (duplicate_key).",
    ],
    [
      "says its type twice",
      '{"callbackType":"TX_REPORT","callbackType":"ERROR_REPORT","data":{}}',
      "the callback's body is not JSON that can be relied on (duplicate_key).",
    ],
    [
      "lacks its request",
      JSON.stringify(attemptSample).replace('"requestId"', '"requestID"'),
      "the callback differs from its documented shape at data.riskAssessment.chainalysisKYT.requestId (missing_field).",
    ],
    [
      "counts alerts in words",
      JSON.stringify(attemptSample).replace('"alertCount":1', '"alertCount":"1"'),
      "the callback differs from its documented shape at data.riskAssessment.chainalysisKYT.alertCount (unexpected_type).",
    ],
    [
      "has an alert without a level",
      JSON.stringify(attemptSample).replace('"alertLevel"', '"level"'),
      "the callback differs from its documented shape at data.riskAssessment.chainalysisKYTAlerts.*.alertLevel (missing_field).",
    ],
  ])("is refused when it %s", (_, body, message) => {
    expect(refusalOf(body)).toBe(`VerifyVASP callback: ${message}`);
  });
});

describe("the receiver", () => {
  function desk(change: Partial<Parameters<typeof createVerifyVaspReceiver>[0]> = {}) {
    const handled: VerifyVaspCallback[] = [];
    const receive = createVerifyVaspReceiver({
      proofs: [bearerProof(token)],
      onEvent: (callback) => void handled.push(callback),
      ...change,
    });
    const send = async (body: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) => {
      const init = { method: "POST", body, headers: { "content-type": "application/json", ...headers } };
      const answer = await receive(new Request("https://vasp.test/callback", init));
      await receive.idle();
      return [answer.status, await answer.text()];
    };
    return { send, handled };
  }
  const ok = [200, '{"result":true}'];

  test("takes all five types and types of tomorrow, and answers 200 as documented", async () => {
    const { send, handled } = desk();
    const bodies = [
      forgeKytCallback(),
      forgeWcoCallback(),
      forgeVerificationResult(),
      forgeTxReport(),
      forgeErrorReport(),
    ];
    for (const { body } of [...bodies, { body: '{"callbackType":"SOMETHING_NEW","data":{}}' }])
      expect(await send(body)).toEqual(ok);
    expect(handled.map(({ kind }) => kind)).toEqual([
      "kyt",
      "wco",
      "verification_result",
      "tx_report",
      "error_report",
      "unknown",
    ]);
  });

  test("takes the bearer token, or the bare token in a header of the enclave's setting", async () => {
    const { body } = forgeKytCallback();
    expect((await desk().send(body, {}))[0]).toBe(401);
    expect((await desk().send(body, { authorization: token }))[0]).toBe(401);
    const custom = { proofs: [headerProof("X-Api-Key", token)] };
    expect(await desk(custom).send(body, { "x-api-key": token })).toEqual(ok);
    expect((await desk(custom).send(body, { "x-api-key": `Bearer ${token}` }))[0]).toBe(401);
  });

  test("is not built without a proof", () => {
    expect(() => createVerifyVaspReceiver({ onEvent: () => undefined })).toThrow("proofs is missing");
    expect(() =>
      createVerifyVaspReceiver({ unauthenticated: "private-network", onEvent: () => undefined }),
    ).not.toThrow();
  });

  test("tells an assessment's states apart, and their copies not", async () => {
    const { send, handled } = desk();
    const registered = forgeKytCallback({ kyt: { status: "REGISTERED", alertCount: null }, alerts: [] }).body;
    for (const body of [registered, forgeKytCallback().body, registered, forgeKytCallback().body])
      expect(await send(body)).toEqual(ok);
    expect(handled.map((one) => one.kind === "kyt" && one.payload.riskAssessment.chainalysisKYT.status)).toEqual([
      "REGISTERED",
      "PROCESSED",
    ]);
  });

  test("tells two reports about one verification apart", async () => {
    const { send, handled } = desk();
    for (const vout of ["1", "2", "1"]) await send(forgeTxReport({ vout }).body);
    expect(handled).toHaveLength(2);
  });

  test("hands what it cannot read on to be looked at, because it will not come again", async () => {
    const { send, handled } = desk();
    expect(await send('{"callbackType":"CHAINALYSIS_KYT_RESULT","data":{}}')).toEqual(ok);
    expect(handled.map(({ kind }) => kind)).toEqual(["unreadable"]);
    expect((await send("<html>"))[0]).toBe(400);
  });

  test("puts final results into the mailbox, and no others", async () => {
    const results = new Mailbox({ store: new MemoryStore() });
    const { send } = desk({ results });
    await send(
      forgeKytCallback({ kyt: { requestId: "r-1", status: "REGISTERED", alertCount: null }, alerts: [] }).body,
    );
    expect(await results.read("kyt:r-1")).toBeUndefined();
    await send(forgeKytCallback({ kyt: { requestId: "r-1" } }).body);
    expect(JSON.parse((await results.read("kyt:r-1")) ?? "{}")).toMatchObject({
      verificationUuid: attemptSample.data.verificationUuid,
    });
  });

  test("hands an event over although the mailbox's store is down or hangs", async () => {
    for (const fails of [
      async () => await Promise.reject(new Error("down")),
      async () => await new Promise<never>(() => undefined),
    ]) {
      const results = new Mailbox({
        store: { get: fails, putIfAbsent: fails, compareAndSet: fails, delete: fails } as never,
      });
      const { send, handled } = desk({ results, store: new MemoryStore() });
      expect(await send(forgeKytCallback().body)).toEqual(ok);
      expect(handled).toHaveLength(1);
    }
  });
});

describe("a forged callback", () => {
  test("is what the enclave would send", () => {
    expect(forgeKytCallback()).toEqual({
      body: JSON.stringify({ callbackType: "CHAINALYSIS_KYT_RESULT", data: attemptSample.data }),
      payload: attemptSample.data,
    });
    expect(forgeKytCallback({ sample: "TRANSFER" }).payload).toEqual(transferSample.data);
    expect(
      forgeKytCallback({ alerts: [{ alertLevel: "LOW" }, { alertLevel: "SEVERE" }] }).payload.riskAssessment
        .chainalysisKYT.alertCount,
    ).toBe(2);
  });

  test("is refused when the enclave would not send it", () => {
    expect(() => forgeTxReport({ txHash: undefined as never })).toThrow("data.txHash (missing_field)");
  });
});
