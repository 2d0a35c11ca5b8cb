import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { RequestOptions } from "../../src/index.js";
import { startFaultServer } from "../../src/testing/node/index.js";
import { isPrecious } from "./contracts.js";
import { endlessBody, type Failure, failure, reasonOf, started, until } from "./harness.js";
import { call, vendor, withAuth, withHangingAuth } from "./vendor.js";

describe("the caller's signal ends a call", () => {
  const phases = [
    { phase: "headers", fault: "stall-headers", outcome: "unknown" },
    { phase: "body", fault: "stall-body", outcome: "unknown" },
    { phase: "body", fault: "drip-body", outcome: "unknown" },
    // A 429 is a no before work, so nothing is unknown while waiting for the next try.
    { phase: "waiting", fault: "429", outcome: "rejected" },
  ] as const;
  const cases = phases.flatMap((phase) =>
    (["getCheck", "replaceCheck", "orderCheck"] as const).map((operation) => ({ ...phase, operation })),
  );

  test.concurrent.for(cases)(
    "$operation under $fault: within 100 ms, in phase $phase",
    async ({ phase, fault, outcome, operation }, { expect }) => {
      await using server = await started(fault);
      let answered = false;
      const answer = (): void => void (answered = true);
      const client = vendor(server.url, { hooks: { onResponse: answer, onRetry: answer } });
      // Not by the clock alone: on a busy machine the headers may be long in coming.
      const reached = async (): Promise<void> => {
        await until(() => (phase === "headers" ? server.ledger.length > 0 : answered), 10_000);
        await setTimeout(20);
      };
      const { error, ms, aborted } = await abortedAfter(
        reached,
        async (options) => await call(client, operation, options),
      );
      expect(ms - aborted).toBeLessThan(100);
      const told = isPrecious(operation) && outcome === "unknown" ? "outcome_unknown" : "aborted";
      expect(error).toMatchObject({ code: told, outcome, attempts: 1 });
      expect(reasonOf(error)).toMatchObject({ code: "aborted", phase });
      if (phase !== "waiting") expect(await until(() => server.connections.open === 0, 500)).toBe(true);
    },
  );

  test.concurrent("while the credential is being fetched: nothing was sent", async ({ expect }) => {
    await using server = await started("ok");
    const { error, ms, aborted } = await abortedAfter(
      50,
      async (options) => await call(withHangingAuth(server.url), "orderCheck", options),
    );
    expect(ms - aborted).toBeLessThan(100);
    expect(error).toMatchObject({ code: "aborted", outcome: "not_sent", attempts: 0 });
  });

  test.concurrent("before it began: nothing is sent", async ({ expect }) => {
    await using server = await started("ok");
    const { error } = await failure(call(vendor(server.url), "orderCheck", { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ code: "aborted", outcome: "not_sent", attempts: 0 });
    expect(server.ledger).toHaveLength(0);
  });

  test.concurrent("between two tries of which none has left: nothing was sent", async ({ expect }) => {
    const server = await startFaultServer();
    await server.close();
    const controller = new AbortController();
    const client = vendor(server.url, { hooks: { onRetry: () => controller.abort() } });
    const { error } = await failure(call(client, "orderCheck", { signal: controller.signal }));
    expect(error).toMatchObject({ code: "aborted", phase: "waiting", outcome: "not_sent", attempts: 1 });
  });

  test.concurrent("an answer that comes after that is let go, not left unread", async ({ expect }) => {
    const { body, isCancelled } = endlessBody();
    const client = vendor("http://127.0.0.1:9", { fetch: async () => await setTimeout(100, new Response(body)) });
    const { ms } = await abortedAfter(20, async (options) => await call(client, "getCheck", options));
    expect(ms).toBeLessThan(100);
    expect(await until(isCancelled, 500)).toBe(true);
  });

  test.concurrent("a replacement that was sent and is aborted before its second try stays unknown", async ({
    expect,
  }) => {
    let asked = 0;
    const auth = { headers: async () => (++asked === 1 ? {} : await new Promise<never>(() => undefined)) };
    await using server = await started("fin-after-request");
    const client = withAuth(server.url, auth);
    const { error } = await abortedAfter(300, async (options) => await call(client, "replaceCheck", options));
    expect(error).toMatchObject({ code: "aborted", phase: "authentication", outcome: "unknown", attempts: 1 });
  });
});

test("a caller's signal that serves many calls keeps no listener of theirs", async () => {
  await using server = await started("ok");
  const controller = new AbortController();
  const counts = { added: 0, removed: 0 };
  const { signal } = controller;
  const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
  signal.addEventListener = (...args: Parameters<typeof add>) => (counts.added++, add(...args));
  signal.removeEventListener = (...args: Parameters<typeof remove>) => (counts.removed++, remove(...args));
  for (let n = 0; n < 20; n++) await call(vendor(server.url), "getCheck", { signal });
  expect(counts.added).toBeGreaterThan(0);
  expect(counts.removed).toBe(counts.added);
});

/** Makes a call and aborts it; `aborted` is when, in milliseconds from its start. */
async function abortedAfter(
  reached: number | (() => Promise<void>),
  calling: (options: RequestOptions) => Promise<unknown>,
): Promise<Failure & { readonly aborted: number }> {
  const controller = new AbortController();
  const began = performance.now();
  let aborted = Number.NaN;
  const abort = async (): Promise<void> => {
    await (typeof reached === "number" ? setTimeout(reached) : reached());
    aborted = performance.now() - began;
    controller.abort(new Error("a reason of the caller's own"));
  };
  const [failed] = await Promise.all([failure(calling({ signal: controller.signal })), abort()]);
  return { ...failed, aborted };
}
