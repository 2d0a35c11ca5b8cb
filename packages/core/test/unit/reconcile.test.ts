import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Found, LookupContext } from "../../src/endpoint.js";
import { ApiError } from "../../src/errors/api-error.js";
import { InputError } from "../../src/errors/input-error.js";
import type { Reconciled, ReconcileOptions } from "../../src/errors/outcome-errors.js";
import type { CallFacts } from "../../src/errors/sdk-error.js";
import { NetworkError } from "../../src/errors/transport-errors.js";
import { makeReference, pause, reconcileBy } from "../../src/reconcile.js";

const facts: CallFacts = { vendor: "vendor", operation: "createThings", attempts: 1, elapsedMs: 5 };
const answered = (status: number, outcome: "rejected" | "unknown"): ApiError =>
  new ApiError({ facts, outcome, status });

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});

afterEach(() => {
  const left = vi.getTimerCount();
  vi.useRealTimers();
  expect(left).toBe(0);
});

/** A vendor that shows something from a moment on, and the seconds at which it was asked. */
function lookup(sees: (seconds: number) => Found<number[]>) {
  const began = Date.now();
  const asked: number[] = [];
  const context: LookupContext = { startedAt: new Date(began), request: () => expect.unreachable() };
  const find = async (): Promise<Found<number[]>> => {
    const seconds = (Date.now() - began) / 1000;
    asked.push(seconds);
    return sees(seconds);
  };
  return { asked, reconcile: reconcileBy<string, number[]>({ find }, "input", context, facts) };
}

/** Reconciles with the clock running, and says how it ended and when. */
async function outcome(
  reconcile: (options?: ReconcileOptions) => Promise<Reconciled<number[]>>,
  options?: ReconcileOptions,
): Promise<{ result: unknown; seconds: number }> {
  const began = Date.now();
  let seconds: number | undefined;
  const ended = reconcile(options)
    .catch((error: unknown) => error)
    .finally(() => (seconds = (Date.now() - began) / 1000));
  for (let step = 0; step < 10_000 && seconds === undefined; step++) await vi.advanceTimersByTimeAsync(500);
  return { result: seconds === undefined ? "never ended" : await ended, seconds: seconds ?? Number.NaN };
}

const none: Found<number[]> = { kind: "none" };
const one: Found<number[]> = { kind: "one", value: [7] };

describe("a record that was created", () => {
  test("is found at the first look", async () => {
    const { reconcile, asked } = lookup(() => one);
    expect((await outcome(reconcile)).result).toEqual({ status: "created", value: [7] });
    expect(asked).toEqual([0]);
  });

  test("is found although it was committed after 299 seconds", async () => {
    const { reconcile, asked } = lookup((seconds) => (seconds >= 299 ? one : none));
    expect((await outcome(reconcile)).result).toEqual({ status: "created", value: [7] });
    expect(asked).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 360]);
  });

  test("is found although it shows at the very end of the window", async () => {
    const { reconcile } = lookup((seconds) => (seconds >= 360 ? one : none));
    expect((await outcome(reconcile)).result).toEqual({ status: "created", value: [7] });
  });

  test("is never told as not created, whenever inside the window it shows", async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 360, noNaN: true }), async (shows) => {
        const { reconcile } = lookup((seconds) => (seconds >= shows ? one : none));
        expect((await outcome(reconcile)).result).toEqual({ status: "created", value: [7] });
      }),
      { numRuns: 100 },
    );
  });
});

describe("a record that was not created", () => {
  test("is told only after the whole window", async () => {
    const { reconcile } = lookup(() => none);
    expect(await outcome(reconcile)).toEqual({ result: { status: "not_created" }, seconds: 360 });
  });

  test("is told at once when what is there rules it out", async () => {
    const { reconcile, asked } = lookup(() => ({ kind: "never" }));
    expect(await outcome(reconcile)).toMatchObject({ result: { status: "not_created" } });
    expect(asked).toEqual([0]);
  });

  test("is told after the caller's own window", async () => {
    const { reconcile, asked } = lookup(() => none);
    expect((await outcome(reconcile, { settleMs: 5000 })).result).toEqual({ status: "not_created" });
    expect(asked).toEqual([0, 1, 3, 5]);
  });

  test("is told after one look with a window of 0", async () => {
    const { reconcile, asked } = lookup(() => none);
    expect((await outcome(reconcile, { settleMs: 0 })).result).toEqual({ status: "not_created" });
    expect(asked).toEqual([0]);
  });

  test("is told after one look when the window passed before anybody asked", async () => {
    const { reconcile, asked } = lookup(() => none);
    await vi.advanceTimersByTimeAsync(400_000);
    expect((await outcome(reconcile)).result).toEqual({ status: "not_created" });
    expect(asked).toEqual([400]);
  });

  test("needs a look that began after the window: one on its way may have missed a commit", async () => {
    const asked: number[] = [];
    const began = Date.now();
    const find = async (): Promise<Found<number[]>> => {
      asked.push(Math.floor((Date.now() - began) / 1000));
      await new Promise((resolve) => setTimeout(resolve, 8000));
      return none;
    };
    const reconcile = reconcileBy(
      { find },
      "input",
      { startedAt: new Date(began), request: () => expect.unreachable() },
      facts,
    );
    expect((await outcome(reconcile, { settleMs: 5000 })).result).toEqual({ status: "not_created" });
    expect(asked).toEqual([0, 8]);
  });

  test.each([Number.NaN, -1, null, "0", undefined])(
    "is told after the whole window when the window given is %o, which is none",
    async (settleMs) => {
      const { reconcile } = lookup(() => none);
      expect(await outcome(reconcile, { settleMs: settleMs as number })).toMatchObject({ seconds: 360 });
    },
  );
});

describe("a batch of which a part was created", () => {
  const some: Found<number[]> = { kind: "some", value: [7, undefined] };

  test("is waited for to the end of the window: the rest may still come", async () => {
    const { reconcile } = lookup(() => some);
    expect(await outcome(reconcile)).toEqual({
      result: { status: "partly_created", value: [7, undefined] },
      seconds: 360,
    });
  });

  test("is whole when the rest comes", async () => {
    const { reconcile } = lookup((seconds) => (seconds > 100 ? one : some));
    expect((await outcome(reconcile)).result).toEqual({ status: "created", value: [7] });
  });
});

describe("more records than one call can make", () => {
  test("are all named and none is picked", async () => {
    const { reconcile, asked } = lookup(() => ({ kind: "several", ids: [7, 8, "9"] }));
    expect((await outcome(reconcile)).result).toMatchObject({
      name: "DuplicateDetectedError",
      code: "duplicate_detected",
      ids: [7, 8, "9"],
      operation: "createThings",
    });
    expect(asked).toEqual([0]);
  });
});

describe("a look-up that fails", () => {
  test.each([
    ["503", answered(503, "unknown")],
    ["429", answered(429, "rejected")],
    ["a broken connection", new NetworkError(facts, "unknown", "ECONNRESET", undefined)],
    ["a vendor that cannot be reached", new NetworkError(facts, "not_sent", "ECONNREFUSED", undefined)],
  ])("by %s is made again", async (_, error) => {
    const { reconcile } = lookup((seconds) => {
      if (seconds < 100) throw error;
      return one;
    });
    expect((await outcome(reconcile)).result).toEqual({ status: "created", value: [7] });
  });

  test("to the end of the window proves nothing, and its error is told", async () => {
    const error = answered(503, "unknown");
    const { reconcile } = lookup(() => {
      throw error;
    });
    const { result, seconds } = await outcome(reconcile);
    expect(result).toMatchObject({ code: "outcome_unknown", outcome: "unknown", canReconcile: true, cause: error });
    expect(seconds).toBe(360);
  });

  test.each([
    ["401", answered(401, "rejected")],
    ["404", answered(404, "rejected")],
    ["an input that was refused", new InputError(facts, [])],
  ])("by %s ends it, and the call stays unknown", async (_, error) => {
    const { reconcile, asked } = lookup(() => {
      throw error;
    });
    expect((await outcome(reconcile)).result).toMatchObject({
      code: "outcome_unknown",
      outcome: "unknown",
      cause: error,
    });
    expect(asked).toEqual([0]);
  });

  test("by something that is no error of this library ends it", async () => {
    const error = new TypeError("x");
    const { reconcile, asked } = lookup(() => {
      throw error;
    });
    expect((await outcome(reconcile)).result).toBe(error);
    expect(asked).toEqual([0]);
  });
});

describe("the caller's signal", () => {
  test("ends it between two looks", async () => {
    const caller = new AbortController();
    const { reconcile, asked } = lookup(() => none);
    setTimeout(() => caller.abort(), 5000);
    expect(await outcome(reconcile, { signal: caller.signal })).toMatchObject({
      result: { code: "aborted", outcome: "unknown", operation: "createThings" },
      seconds: 5,
    });
    expect(asked).toEqual([0, 1, 3]);
  });

  test("ends it before the first look when it was aborted before", async () => {
    const { reconcile, asked } = lookup(() => one);
    expect((await outcome(reconcile, { signal: AbortSignal.abort() })).result).toMatchObject({ code: "aborted" });
    expect(asked).toEqual([]);
  });
});

describe("a pause", () => {
  test("leaves neither listener nor timer, whichever came first", async () => {
    const caller = new AbortController();
    const added = vi.spyOn(caller.signal, "addEventListener");
    const removed = vi.spyOn(caller.signal, "removeEventListener");
    const first = pause(1000, caller.signal);
    await vi.advanceTimersByTimeAsync(1000);
    await first;
    const second = pause(1000, caller.signal);
    caller.abort();
    await second;
    await pause(1000, caller.signal);
    expect(removed.mock.calls.slice(0, 2).map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });
});

describe("a reference that is made", () => {
  test("is short, plain, and no other call has it", () => {
    const made = Array.from({ length: 10_000 }, () => makeReference());
    expect(made.filter((one) => !/^x-[a-hjkmnp-z2-9]{16}$/.test(one))).toEqual([]);
    expect(new Set(made).size).toBe(10_000);
  });
});
