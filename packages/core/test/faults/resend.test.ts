import { afterEach, describe, expect, test, vi } from "vitest";
import { startFaultServer } from "../../src/testing/node/index.js";
import { failure, started } from "./harness.js";
import { answerTo, call, vendor } from "./vendor.js";

describe("a free read survives", () => {
  const passing = [
    "fin-after-request",
    "rst-after-request",
    "json-503",
    "html-502",
    "408-close",
    "cut-body",
    "cut-chunked",
    "rst-body",
    "fin-before-request",
    "rst-on-accept",
  ] as const;
  const cases = passing.flatMap((fault) =>
    (["getCheck", "listChecks", "searchChecks", "replaceCheck"] as const).map((operation) => ({ fault, operation })),
  );

  test.concurrent.for(cases)("$operation: one $fault", async ({ fault, operation }, { expect }) => {
    await using server = await started([fault, "ok"]);
    const request = {
      method: operation === "replaceCheck" ? "PUT" : operation === "searchChecks" ? "POST" : "GET",
      target: operation === "listChecks" ? "/checks" : operation === "searchChecks" ? "/checks/search" : "/checks/1",
    };
    expect(await call(vendor(server.url), operation)).toEqual(answerTo(request));
    expect(server.ledger.at(-1)?.fault).toBe("ok");
    expect(server.ledger.length).toBeLessThanOrEqual(2);
  });
});

describe("what provably never left may be sent again", () => {
  test.concurrent("nobody listens: not_sent, also for a billed create", async ({ expect }) => {
    const server = await startFaultServer();
    await server.close();
    const { error } = await failure(call(vendor(server.url), "orderCheck"));
    expect(error).toMatchObject({ code: "network", outcome: "not_sent", systemCode: "ECONNREFUSED", attempts: 3 });
  });

  test.concurrent("a replacement that may have been made is not called unsent because its second try was", async ({
    expect,
  }) => {
    let sends = 0;
    const code = (): string => (++sends === 1 ? "ECONNRESET" : "ECONNREFUSED");
    const fetch = async (): Promise<never> =>
      await Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: code() }) }));
    const { error } = await failure(call(vendor("http://127.0.0.1:9", { fetch }), "replaceCheck"));
    expect(error).toMatchObject({ code: "network", outcome: "unknown", attempts: 2 });
  });
});

describe("429 is a no before work", () => {
  test.concurrent.for(["getCheck", "orderCheck", "orderFindableCheck", "getMeteredRisk"] as const)(
    "%s waits as long as it is asked to and then succeeds",
    async (operation, { expect }) => {
      await using server = await started(["429", "ok"]);
      await call(vendor(server.url), operation);
      const [first, second] = server.ledger;
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(999);
      expect(server.ledger).toHaveLength(2);
    },
  );

  test.concurrent("a broken second try of a billed create is the last", async ({ expect }) => {
    await using server = await started(["429", "fin-after-request"]);
    const { error } = await failure(call(vendor(server.url), "orderCheck"));
    expect(error).toMatchObject({ code: "outcome_unknown", outcome: "unknown", attempts: 2 });
    expect(server.ledger.filter((entry) => entry.committedAt !== undefined)).toHaveLength(1);
  });
});

test("an outage is not answered with a storm: 200 failing reads make 35 extra requests", async () => {
  await using server = await started("json-503");
  const client = vendor(server.url);
  for (let n = 0; n < 20; n++)
    await Promise.all(Array.from({ length: 10 }, async () => await failure(call(client, "getCheck"))));
  expect(server.ledger).toHaveLength(235);
});

test("resends that help cost nothing: a client whose second tries succeed never runs dry", async () => {
  await using server = await started((_, n) => (n % 2 === 1 ? "json-503" : "ok"));
  const client = vendor(server.url);
  for (let n = 0; n < 60; n++) await call(client, "getCheck");
  expect(server.ledger).toHaveLength(120);
});

describe("the wait before a resend", () => {
  afterEach(() => vi.restoreAllMocks());

  test.for([
    { random: 0, waits: [0, 0] },
    { random: 0.5, waits: [25, 50] },
    { random: 0.999_999, waits: [50, 100] },
  ])("is full jitter up to 50 and 100 ms: $waits ms at a random of $random", async ({ random, waits }) => {
    vi.spyOn(Math, "random").mockReturnValue(random);
    const seen: number[] = [];
    await using server = await started("json-503");
    await failure(call(vendor(server.url, { hooks: { onRetry: ({ delayMs }) => seen.push(delayMs) } }), "getCheck"));
    expect(seen.map((ms) => Math.round(ms))).toEqual(waits);
    for (const [at, wait] of waits.entries())
      expect((server.ledger[at + 1]?.at ?? 0) - (server.ledger[at]?.at ?? 0)).toBeGreaterThanOrEqual(wait - 1);
  });
});
