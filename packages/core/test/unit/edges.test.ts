import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Found, Lookup, LookupContext } from "../../src/endpoint.js";
import { AbortedError } from "../../src/errors/transport-errors.js";
import { outcomeOfNetworkFailure } from "../../src/outcome.js";
import { reconcileBy } from "../../src/reconcile.js";
import { retryAfterMs } from "../../src/retry-after.js";
import { mayResend, resendPolicy } from "../../src/retry.js";
import { contract } from "./contract.js";

const failed = { code: "server", outcome: "unknown", status: 503, attempt: 1, elapsedMs: 0 } as const;

describe("another send", () => {
  test("never follows a status that the contract calls final", () => {
    const policy = resendPolicy(contract({ final: [503] }));
    expect(mayResend(policy, failed)).toBe(false);
    expect(mayResend(policy, { ...failed, status: 502 })).toBe(true);
    expect(mayResend(policy, { ...failed, code: "network", status: undefined })).toBe(true);
  });

  test("never follows a failure without a status that was none of the connection's", () => {
    expect(mayResend(resendPolicy(contract()), { ...failed, code: "internal", status: undefined })).toBe(false);
  });
});

describe("a failure of the connection", () => {
  test.each([
    ["whose cause is null", { code: "ECONNREFUSED", cause: null }],
    ["whose cause is a text", { code: "ECONNREFUSED", cause: "text" }],
    ["without a cause", { code: "ECONNREFUSED" }],
  ])("is not sent: %s", (_, error) => {
    expect(outcomeOfNetworkFailure(Object.assign(new Error("failed"), error))).toBe("not_sent");
  });

  test("that is no error at all is unknown", () => {
    for (const thrown of [undefined, null, "client error", 7, { message: "client error (Connect)" }])
      expect(outcomeOfNetworkFailure(thrown)).toBe("unknown");
  });
});

describe("a Retry-After on the edge of its form", () => {
  const now = Date.UTC(1994, 10, 1);

  test.each([
    ["Tue, 01 Nov 1994 00:00:01 GMT", 1000],
    ["Mon, 31 Oct 1994 00:00:00 GMT", 0],
    ["Thu, 01 Dec 1994 23:59:59 GMT", 30 * 86_400_000 + 86_399_000],
    // Two digits: 70 is of the century before, 69 of the one after.
    ["Thursday, 01-Jan-70 00:00:00 GMT", 0],
    ["Tuesday, 01-Jan-69 00:00:00 GMT", Date.UTC(2069, 0, 1) - now],
  ])("%s asks to wait %i ms", (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });
});

describe("a look-up", () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());
  const facts = { vendor: "vendor", operation: "createThing", attempts: 1, elapsedMs: 0 };
  const looking = (find: () => Promise<Found<string>>): ReturnType<typeof reconcileBy<unknown, string>> => {
    const context = { startedAt: new Date(), request: async () => await Promise.reject(new Error("unused")) };
    return reconcileBy({ find } as Lookup<unknown, string>, {}, context as LookupContext, facts);
  };

  test("that proves nothing in the end says so, and not before the end", async () => {
    let looks = 0;
    const reconcile = looking(async () => (looks++, { kind: "unclear" }));
    const ending = reconcile({ settleMs: 10_000 });
    await vi.advanceTimersByTimeAsync(9_999);
    const before = looks;
    await vi.advanceTimersByTimeAsync(1);
    expect(await ending).toEqual({ status: "unclear" });
    expect(looks).toBe(before + 1);
  });

  test("that is aborted says that it was waiting, and leaves no listener", async () => {
    const stopping = new AbortController();
    const removed = vi.spyOn(stopping.signal, "removeEventListener");
    const reconcile = looking(async () => ({ kind: "none" }));
    const ending = reconcile({ signal: stopping.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(500);
    stopping.abort();
    const error = await ending;
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ outcome: "unknown", phase: "waiting" });
    expect(removed).toHaveBeenCalled();
  });
});
