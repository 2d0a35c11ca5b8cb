import { setTimeout } from "node:timers/promises";
import { describe, test } from "vitest";
import type { TimeoutError } from "../../src/index.js";
import { isPrecious, operations } from "./contracts.js";
import { endlessBody, failure, reasonOf, started, until } from "./harness.js";
import { call, vendor, withHangingAuth } from "./vendor.js";

const deadline = 300;
const late = deadline + 250;
const nowhere = "http://127.0.0.1:9";

describe("the deadline ends a call", () => {
  const silences = [
    { fault: "stall-headers", phase: "headers" },
    { fault: "stall-body", phase: "body" },
    { fault: "drip-body", phase: "body" },
  ] as const;
  const cases = silences.flatMap((silence) => operations.map((operation) => ({ ...silence, operation })));

  test.concurrent.for(cases)(
    "$operation under $fault: in time, with the phase, and the outcome is unknown",
    async ({ fault, phase, operation }, { expect }) => {
      await using server = await started(fault);
      const { error, ms } = await failure(call(vendor(server.url), operation, { timeout: deadline }));
      expect(ms).toBeLessThan(late);
      expect(error).toMatchObject({
        code: isPrecious(operation) ? "outcome_unknown" : "timeout",
        outcome: "unknown",
        attempts: 1,
      });
      expect(reasonOf(error)).toMatchObject({
        code: "timeout",
        phase,
        timeoutMs: deadline,
      } satisfies Partial<TimeoutError>);
      expect(await until(() => server.connections.open === 0, 500)).toBe(true);
    },
  );

  test.concurrent("when a fetch ignores its signal", async ({ expect }) => {
    const client = vendor(nowhere, { fetch: async () => await new Promise<Response>(() => undefined) });
    const { error, ms } = await failure(call(client, "getCheck", { timeout: deadline }));
    expect(ms).toBeLessThan(late);
    expect(error).toMatchObject({ code: "timeout", phase: "headers", outcome: "unknown" });
  });

  test.concurrent("when a body ignores the signal, and lets the body go", async ({ expect }) => {
    const { body, isCancelled } = endlessBody();
    const client = vendor(nowhere, { fetch: async () => new Response(body) });
    const { error, ms } = await failure(call(client, "getCheck", { timeout: deadline }));
    expect(ms).toBeLessThan(late);
    expect(error).toMatchObject({ code: "timeout", phase: "body", outcome: "unknown" });
    expect(isCancelled()).toBe(true);
  });

  test.concurrent("of all its tries together, not of each", async ({ expect }) => {
    const fetch = async (): Promise<Response> => await setTimeout(200, new Response("{}", { status: 503 }));
    const { error, ms } = await failure(call(vendor(nowhere, { fetch }), "getCheck", { timeout: deadline }));
    expect(ms).toBeLessThan(late);
    expect(error).toMatchObject({ code: "timeout", outcome: "unknown", attempts: 2 });
  });

  test.concurrent("while the credential is being fetched: nothing was sent", async ({ expect }) => {
    await using server = await started("ok");
    const { error, ms } = await failure(call(withHangingAuth(server.url), "orderCheck", { timeout: deadline }));
    expect(ms).toBeLessThan(late);
    expect(error).toMatchObject({ code: "timeout", phase: "authentication", outcome: "not_sent", attempts: 0 });
    expect(server.ledger).toHaveLength(0);
  });

  test.concurrent("while the page of a refusal drips in: the status has said that nothing was done", async ({
    expect,
  }) => {
    const client = vendor(nowhere, { fetch: async () => new Response(endlessBody().body, { status: 403 }) });
    const { error } = await failure(call(client, "orderCheck", { timeout: deadline }));
    expect(error).toMatchObject({ code: "timeout", phase: "body", outcome: "rejected" });
  });
});

describe("a wait that would outlast the deadline is not begun", () => {
  test.concurrent("Retry-After of three years: ends at once and hands the hint on", async ({ expect }) => {
    await using server = await started("429-forever");
    const { error, ms } = await failure(call(vendor(server.url), "getCheck"));
    expect(ms).toBeLessThan(250);
    expect(error).toMatchObject({
      code: "rate_limited",
      outcome: "rejected",
      retryAfterMs: 99_999_999_000,
      attempts: 1,
    });
    expect(server.ledger).toHaveLength(1);
  });

  test.concurrent("Retry-After of a minute and a half, though the deadline is longer", async ({ expect }) => {
    const fetch = async (): Promise<Response> =>
      await Promise.resolve(new Response("{}", { status: 503, headers: { "retry-after": "90" } }));
    const { error, ms } = await failure(call(vendor(nowhere, { fetch }), "getCheck", { timeout: 200_000 }));
    expect(ms).toBeLessThan(250);
    expect(error).toMatchObject({ code: "server", retryAfterMs: 90_000, attempts: 1 });
  });

  test.concurrent("Retry-After of a second in a call of half a second", async ({ expect }) => {
    await using server = await started("429");
    const { error, ms } = await failure(call(vendor(server.url), "orderCheck", { timeout: 500 }));
    expect(ms).toBeLessThan(250);
    expect(error).toMatchObject({ code: "rate_limited", outcome: "rejected", retryAfterMs: 1000 });
  });
});
