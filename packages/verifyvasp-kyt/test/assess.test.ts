import { describe, expect, test } from "vitest";
import { bearerProof, createVerifyVaspReceiver, Mailbox, MemoryStore, nodeHandler } from "../src/callbacks/index.js";
import {
  assess,
  type AssessInput,
  enclaveReason,
  isOutcomeUnknown,
  type Store,
  VerifyVaspClient,
} from "../src/index.js";
import { FakeEnclave, type FakeEnclaveOptions, fixtures } from "../src/testing/index.js";
import { failureOf, pause } from "./support.js";

const token = "token-of-nobody-0001";

/** An enclave, and a backend with its receiver in one process and what waits in another: one store joins them. */
function stage(options: FakeEnclaveOptions = {}) {
  const store: Store = new MemoryStore();
  const receive = createVerifyVaspReceiver({
    proofs: [bearerProof(token)],
    store,
    results: new Mailbox({ store }),
    onEvent: () => undefined,
  });
  const fake = new FakeEnclave({
    callbackUrl: "https://vasp.test/callback",
    callbackToken: token,
    assessmentMs: 30,
    verificationMs: 1,
    deliver: async (url, { body, headers }) =>
      (await receive(new Request(url, { method: "POST", body, headers }))).status,
    ...options,
  });
  const connect = (): VerifyVaspClient => new VerifyVaspClient({ baseUrl: "https://enclave.test", fetch: fake.fetch });
  const results = new Mailbox({ store, pollMs: 50 });
  return { fake, results, verifyvasp: connect(), store };
}

type Stage = ReturnType<typeof stage>;

async function withdrawal(
  { verifyvasp }: Stage,
  address = "0x5811001506550d8356a215be229c15b6ef371a9b",
): Promise<string> {
  const input = structuredClone(fixtures.createVerification.input);
  input.payload.ivms101.beneficiary.accountNumber = [address];
  return (await verifyvasp.neighbours.verifications.create(input)).verificationUuid;
}

const before = { role: "originating", txReported: false } as const;
const after = { role: "originating", txReported: true } as const;
const deposit = { role: "beneficiary", txReported: true } as const;

describe("assess", () => {
  test("asks once and resolves with what the callback brings, in another process than the receiver's", async () => {
    const scene = stage();
    const verificationUuid = await withdrawal(scene);
    const assessed = await assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results });
    expect(assessed).toMatchObject({
      verdict: { kind: "clear" },
      joined: false,
      result: { verificationUuid, riskAssessment: { chainalysisKYT: { apiType: "ATTEMPT", direction: "OUTGOING" } } },
    });
    expect(scene.fake.billed).toHaveLength(1);
  });

  test.each([
    ["1111", { kind: "alerts", level: "LOW" }],
    ["2222", { kind: "alerts", level: "MEDIUM" }],
    ["3333", { kind: "alerts", level: "HIGH" }],
    ["4444", { kind: "alerts", level: "SEVERE" }],
    ["abcd", { kind: "alerts", level: "SEVERE" }],
    ["eeee", { kind: "failed" }],
  ])("of an address that ends in %s is %j", async (end, verdict) => {
    const scene = stage();
    const verificationUuid = await withdrawal(scene, `0x5811001506550d8356a215be229c15b6ef37${end}`);
    expect(
      (await assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results })).verdict,
    ).toEqual(verdict);
  });

  test("before and after the transaction report buys two assessments of two kinds", async () => {
    const scene = stage();
    const verificationUuid = await withdrawal(scene);
    const first = await assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results });
    await scene.verifyvasp.neighbours.verifications.reportTransaction({ verificationUuid, txHash: "8a54d58c" });
    const second = await assess(scene.verifyvasp, { verificationUuid, ...after }, { results: scene.results });
    expect(second.requestId).not.toBe(first.requestId);
    expect(second.result.riskAssessment.chainalysisKYT).toMatchObject({
      apiType: "TRANSFER",
      transferRef: expect.stringMatching(/^8a54d58c:/) as string,
    });
    expect(scene.fake.billed).toHaveLength(2);
  });

  test("without the report says that the address was assessed again in place of the transaction", async () => {
    const scene = stage();
    const verificationUuid = await withdrawal(scene);
    const { verdict } = await assess(
      scene.verifyvasp,
      { verificationUuid, ...after },
      { results: scene.results, timeout: 2000 },
    );
    expect(verdict).toEqual({ kind: "unclear", because: "other_assessment" });
  });

  test("of a deposit before the report is refused, costs nothing, and may be asked for again", async () => {
    const scene = stage();
    const verificationUuid = scene.fake.receiveVerification();
    const ask = async () =>
      await assess(scene.verifyvasp, { verificationUuid, ...deposit }, { results: scene.results });
    expect(enclaveReason(await failureOf(ask()))).toBe("too_early");
    expect(scene.fake.billed).toEqual([]);
    scene.fake.receiveTxReport(verificationUuid, "8a54d58c");
    expect((await ask()).result.riskAssessment.chainalysisKYT).toMatchObject({
      apiType: "TRANSFER",
      direction: "INCOMING",
    });
  });

  test("does not compile for a beneficiary before the report", () => {
    // @ts-expect-error The enclave would refuse.
    const wrong: AssessInput = { verificationUuid: "x", role: "beneficiary", txReported: false };
    expect(wrong.role).toBe("beneficiary");
  });

  test("asked for by 20 at the same time is paid once", async () => {
    const scene = stage();
    const verificationUuid = await withdrawal(scene);
    const all = await Promise.all(
      Array.from(
        { length: 20 },
        async () =>
          await assess(
            scene.verifyvasp,
            { verificationUuid, ...before },
            { results: new Mailbox({ store: scene.store }) },
          ),
      ),
    );
    expect(new Set(all.map(({ requestId }) => requestId)).size).toBe(1);
    expect(all.filter(({ joined }) => !joined)).toHaveLength(1);
    expect(scene.fake.billed).toHaveLength(1);
  });

  test("asked for again after a wait that was too short joins what was paid", async () => {
    const scene = stage({ assessmentMs: 300 });
    const verificationUuid = await withdrawal(scene);
    const error = await failureOf(
      assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results, timeout: 100 }),
    );
    expect(error).toMatchObject({ code: "wait_expired", operation: "assess", lastState: "REGISTERED" });
    const again = await assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results });
    expect([again.joined, scene.fake.billed.length]).toEqual([true, 1]);
  });

  test("asked for again after a result is a new one", async () => {
    const scene = stage();
    const verificationUuid = await withdrawal(scene);
    const ask = async () => await assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results });
    expect((await ask()).requestId).not.toBe((await ask()).requestId);
    expect(scene.fake.billed).toHaveLength(2);
  });

  test.each(["commit-then-reset", "html-502-after-work", "upstream-timeout-after-commit"] as const)(
    "whose answer was lost (%s) waits for the callback about its verification, and pays once",
    async (fault) => {
      const scene = stage({ assessmentMs: 100 });
      const verificationUuid = await withdrawal(scene);
      if (fault === "upstream-timeout-after-commit") scene.fake.failUpstream(fault);
      else
        scene.fake.fail("requestChainalysisKytAssessment", fault === "commit-then-reset" ? fault : "commit-then-504");
      const { joined, verdict } = await assess(
        scene.verifyvasp,
        { verificationUuid, ...before },
        { results: scene.results },
      );
      expect([joined, verdict.kind, scene.fake.billed.length]).toEqual([false, "clear", 1]);
    },
    15_000,
  );

  test("whose answer was lost does not take an earlier result for its own", async () => {
    const scene = stage();
    const verificationUuid = await withdrawal(scene);
    const ask = async () =>
      await assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results, timeout: 600 });
    const first = await ask();
    scene.fake.fail("requestChainalysisKytAssessment", "commit-then-reset");
    const second = await ask();
    expect(second.requestId).not.toBe(first.requestId);
    scene.fake.fail("requestChainalysisKytAssessment", "reset-before-work");
    const error = await failureOf(ask());
    expect(isOutcomeUnknown(error)).toBe(true);
    // Nobody knows, so nobody pays again before the time for late callbacks is over.
    expect(await failureOf(ask())).toMatchObject({ code: "wait_expired", lastState: "unknown" });
    expect(scene.fake.billed).toHaveLength(2);
  });

  test("is not disturbed by lost, late, doubled and stormy callbacks", async () => {
    const scene = stage({ announces: false });
    const verificationUuid = await withdrawal(scene);
    await pause(20);
    scene.fake.failCallbacks("callback-storm");
    const { verdict } = await assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results });
    expect(verdict.kind).toBe("clear");
    await scene.fake.idle();
    const kyt = scene.fake.callbacks.filter(({ callbackType }) => callbackType === "CHAINALYSIS_KYT_RESULT");
    expect([kyt.length, kyt.every(({ status }) => status === 200)]).toEqual([200, true]);
    scene.fake.failCallbacks("lost-callback");
    expect(
      await failureOf(
        assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results, timeout: 200 }),
      ),
    ).toMatchObject({ code: "wait_expired" });
  });

  test("ends with the caller's signal, and goes on behind it", async () => {
    const scene = stage({ assessmentMs: 200 });
    const verificationUuid = await withdrawal(scene);
    const aborted = new AbortController();
    setTimeout(() => aborted.abort(), 60);
    const began = performance.now();
    expect(
      await failureOf(
        assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results, signal: aborted.signal }),
      ),
    ).toMatchObject({ code: "wait_expired" });
    expect(performance.now() - began).toBeLessThan(190);
    expect((await assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results })).joined).toBe(
      true,
    );
  });

  test("of a wrong input asks nobody", async () => {
    const scene = stage();
    const error = await failureOf(
      assess(scene.verifyvasp, { verificationUuid: "1/../2", ...before }, { results: scene.results }),
    );
    expect(error).toMatchObject({ code: "invalid_input", issues: [{ path: "verificationUuid" }] });
    expect(scene.fake.requests).toEqual([]);
  });

  test("with the enclave's key refused says whose key it is", async () => {
    const scene = stage();
    scene.fake.keysAccepted = false;
    const verificationUuid = await withdrawal(scene);
    expect(
      enclaveReason(
        await failureOf(assess(scene.verifyvasp, { verificationUuid, ...before }, { results: scene.results })),
      ),
    ).toBe("enclave_key_refused");
  });
});

test("a receiver can be served by node:http", () => {
  expect(nodeHandler(createVerifyVaspReceiver({ proofs: [bearerProof(token)], onEvent: () => undefined }))).toBeTypeOf(
    "function",
  );
});
