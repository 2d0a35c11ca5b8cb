import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiError } from "../../src/errors/api-error.js";
import { BodyError } from "../../src/errors/body-errors.js";
import type { CallFacts, SdkError } from "../../src/errors/sdk-error.js";
import { AbortedError, NetworkError, TimeoutError } from "../../src/errors/transport-errors.js";
import { waitFor, type WaitOptions, type Workflow } from "../../src/wait-for.js";
import { Waker } from "../../src/waker.js";

interface Task {
  readonly id: number;
  readonly status: string;
}

const workflow: Workflow<Task, string> = {
  vendor: "vendor",
  operation: "waitForTask",
  state: (task) => task.status,
  kinds: { pending: "working", review: "review", accepted: "terminal", rejected: "terminal", lapsed: "expired" },
  delays: [1000, 2000, 5000],
  timeout: 60_000,
};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  const left = vi.getTimerCount();
  vi.useRealTimers();
  expect(left).toBe(0);
});

/** A vendor that answers with one state after the other; the last stays. An error is thrown. */
function vendor(...states: (string | Error)[]) {
  const began = Date.now();
  const looks: number[] = [];
  const timeouts: number[] = [];
  const read = async (_signal: AbortSignal | undefined, timeout: number): Promise<Task> => {
    const state = states[Math.min(looks.length, states.length - 1)] ?? "pending";
    looks.push(Date.now() - began);
    timeouts.push(timeout);
    if (state instanceof Error) throw state;
    return { id: 7, status: state };
  };
  return { looks, timeouts, read };
}

/** Waits with the clock running, and says how it ended. */
async function outcome(
  read: ReturnType<typeof vendor>["read"],
  options?: WaitOptions<Task>,
  flow = workflow,
): Promise<unknown> {
  const ended = waitFor(flow, "7", read, options).catch((error: unknown) => error);
  let settled = false;
  void ended.then(() => (settled = true));
  for (let ms = 0; ms < 200_000 && !settled; ms += 100) await vi.advanceTimersByTimeAsync(100);
  return settled ? await ended : "never ended";
}

const facts: CallFacts = { vendor: "vendor", operation: "getTask", attempts: 1, elapsedMs: 5 };
const answered = (status: number, known: "rejected" | "unknown"): ApiError =>
  new ApiError({ facts, outcome: known, status });

describe("a wait ends", () => {
  test("at once when the record is decided already", async () => {
    const { read, looks } = vendor("accepted");
    expect(await outcome(read)).toEqual({
      state: "accepted",
      kind: "terminal",
      value: { id: 7, status: "accepted" },
      reads: 1,
    });
    expect(looks).toEqual([0]);
  });

  test("when the record is decided", async () => {
    const { read } = vendor("pending", "pending", "rejected");
    expect(await outcome(read)).toMatchObject({ state: "rejected", kind: "terminal", reads: 3 });
  });

  test("when it will never be decided", async () => {
    const { read } = vendor("pending", "lapsed");
    expect(await outcome(read)).toMatchObject({ state: "lapsed", kind: "expired", reads: 2 });
  });

  test("when a person has to decide, which may take days", async () => {
    const { read } = vendor("pending", "review", "accepted");
    expect(await outcome(read)).toMatchObject({ state: "review", kind: "review", reads: 2 });
  });

  test("behind a review when the caller says so", async () => {
    const { read } = vendor("pending", "review", "accepted");
    expect(await outcome(read, { throughReview: true })).toMatchObject({
      state: "accepted",
      kind: "terminal",
      reads: 3,
    });
  });

  test.each(["brand_new_state", "constructor", "__proto__", "toString", ""])(
    "not at the undocumented state %j, which is waited on",
    async (state) => {
      const { read, looks } = vendor(state, state, "accepted");
      expect(await outcome(read)).toMatchObject({ state: "accepted" });
      expect(looks).toEqual([0, 1000, 3000]);
    },
  );
});

describe("between looks", () => {
  test("the wait grows as the workflow says, and the last delay repeats", async () => {
    const { read, looks } = vendor("pending", "pending", "pending", "pending", "pending", "accepted");
    await outcome(read);
    expect(looks).toEqual([0, 1000, 3000, 8000, 13_000, 18_000]);
  });

  test("the caller's delays come first", async () => {
    const { read, looks } = vendor("pending", "pending", "pending", "accepted");
    await outcome(read, { delays: [100, 300] });
    expect(looks).toEqual([0, 100, 400, 700]);
  });

  test("five seconds pass where no delay is given", async () => {
    const { read, looks } = vendor("pending", "pending", "accepted");
    await outcome(read, { delays: [] });
    expect(looks).toEqual([0, 5000, 10_000]);
  });

  test("each state that was read is told", async () => {
    const { read } = vendor("pending", answered(503, "unknown"), "accepted");
    const seen: string[] = [];
    await outcome(read, { onProgress: (task) => seen.push(task.status) });
    expect(seen).toEqual(["pending", "accepted"]);
  });

  test("each look may take 30 seconds, or what is left", async () => {
    const { read, timeouts } = vendor("pending", "pending", "accepted");
    await outcome(read, { delays: [10_000], timeout: 35_000 });
    expect(timeouts).toEqual([30_000, 25_000, 15_000]);
  });
});

describe("news", () => {
  test("make it look at once", async () => {
    const wake = new Waker();
    const { read, looks } = vendor("pending", "accepted");
    setTimeout(() => wake.wake(7), 300);
    expect(await outcome(read, { wake })).toMatchObject({ state: "accepted", reads: 2 });
    expect(looks).toEqual([0, 300]);
  });

  test("that come while it looks are not lost", async () => {
    const wake = new Waker();
    const { read, looks } = vendor("pending", "accepted");
    const slow = async (signal: AbortSignal | undefined, timeout: number): Promise<Task> => {
      const task = await read(signal, timeout);
      if (looks.length === 1) wake.wake(7);
      return task;
    };
    expect(await outcome(slow, { wake })).toMatchObject({ state: "accepted", reads: 2 });
    expect(looks).toEqual([0, 0]);
  });

  test("that come twice make it look once", async () => {
    const wake = new Waker();
    const { read, looks } = vendor("pending", "pending", "accepted");
    setTimeout(() => {
      wake.wake(7);
      wake.wake(7);
    }, 300);
    await outcome(read, { wake });
    expect(looks).toEqual([0, 300, 2300]);
  });

  test("of another record are nothing to it", async () => {
    const wake = new Waker();
    const { read, looks } = vendor("pending", "accepted");
    setTimeout(() => wake.wake(8), 300);
    await outcome(read, { wake });
    expect(looks).toEqual([0, 1000]);
  });

  test("are only a hint: the record decides", async () => {
    const wake = new Waker();
    const { read, looks } = vendor("pending", "pending", "pending", "accepted");
    setTimeout(() => wake.wake(7), 300);
    expect(await outcome(read, { wake })).toMatchObject({ reads: 4 });
    expect(looks).toEqual([0, 300, 2300, 7300]);
  });
});

describe("a look that fails", () => {
  test.each([
    ["503", answered(503, "unknown")],
    ["429", answered(429, "rejected")],
    ["a broken connection", new NetworkError(facts, "unknown", "ECONNRESET", undefined)],
    ["a vendor that cannot be reached", new NetworkError(facts, "not_sent", "ECONNREFUSED", undefined)],
    ["the deadline of the look", new TimeoutError(facts, "unknown", 30_000, "headers")],
    [
      "a page in place of an answer",
      new BodyError({ code: "unexpected_content", outcome: "unknown", facts, status: 200, says: "x" }),
    ],
  ])("by %s is made again", async (_, error) => {
    const { read } = vendor("pending", error, error, "accepted");
    expect(await outcome(read)).toMatchObject({ state: "accepted", reads: 4 });
  });

  test.each([
    ["401", answered(401, "rejected")],
    ["403", answered(403, "rejected")],
    ["404", answered(404, "rejected")],
    [
      "an answer of another shape",
      new BodyError({ code: "unexpected_shape", outcome: "unknown", facts, status: 200, says: "x" }),
    ],
    ["the caller's abort", new AbortedError(facts, "unknown", "body")],
    ["something that is no error of this library", new TypeError("x")],
  ])("by %s ends the wait", async (_, error) => {
    const { read, looks } = vendor("pending", error, "accepted");
    expect(await outcome(read)).toBe(error);
    expect(looks).toHaveLength(2);
  });
});

describe("when the time is up", () => {
  test("the wait says what was seen last, and that it goes on", async () => {
    const { read } = vendor("pending");
    expect(await outcome(read, { timeout: 4500 })).toMatchObject({
      name: "WaitExpiredError",
      code: "wait_expired",
      outcome: "unknown",
      operation: "waitForTask",
      lastState: "pending",
      waitedMs: 4500,
      attempts: 4,
      message: "vendor waitForTask: still pending after 4500 ms. Wait again, or rely on the callback.",
    });
  });

  test("it looked once more at the end", async () => {
    const { read, looks } = vendor("pending");
    await outcome(read, { timeout: 4500 });
    expect(looks).toEqual([0, 1000, 3000, 4500]);
  });

  test("a record that is decided by then is handed on", async () => {
    const { read } = vendor("pending", "pending", "pending", "accepted");
    expect(await outcome(read, { timeout: 4500 })).toMatchObject({ state: "accepted" });
  });

  test("nothing may have been seen at all", async () => {
    const { read } = vendor(answered(503, "unknown"));
    const error = (await outcome(read, { timeout: 2000 })) as SdkError;
    expect(error).toMatchObject({
      code: "wait_expired",
      message: "vendor waitForTask: still unread after 2000 ms. Wait again, or rely on the callback.",
    });
    expect(Object.hasOwn(error, "lastState")).toBe(false);
  });

  test("the workflow's own limit holds unless the caller gives another", async () => {
    const { read } = vendor("pending");
    expect(await outcome(read)).toMatchObject({ code: "wait_expired", waitedMs: 60_000 });
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2_147_483_648, "60000"])(
    "is never, for the limit %o, which is refused before a look",
    async (timeout) => {
      const { read, looks } = vendor("accepted");
      expect(await outcome(read, { timeout: timeout as number })).toMatchObject({
        code: "invalid_input",
        issues: [{ path: "options.timeout", code: "out_of_range" }],
      });
      expect(looks).toEqual([]);
    },
  );
});

describe("the caller's signal", () => {
  test("ends the wait between two looks", async () => {
    const caller = new AbortController();
    const { read, looks } = vendor("pending");
    setTimeout(() => caller.abort(), 1500);
    expect(await outcome(read, { signal: caller.signal })).toMatchObject({
      code: "aborted",
      operation: "waitForTask",
      attempts: 2,
    });
    expect(looks).toEqual([0, 1000]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is handed to each look", async () => {
    const caller = new AbortController();
    const read = vi.fn(async (_signal: AbortSignal | undefined): Promise<Task> => ({ id: 7, status: "accepted" }));
    await outcome(read, { signal: caller.signal });
    expect(read.mock.calls[0]?.[0]).toBe(caller.signal);
  });

  test("ends the wait at once when it was aborted before and the look did not mind", async () => {
    const { read, looks } = vendor("pending");
    const began = Date.now();
    expect(await outcome(read, { signal: AbortSignal.abort(), delays: [50_000] })).toMatchObject({ code: "aborted" });
    expect(Date.now() - began).toBeLessThan(1000);
    expect(looks).toHaveLength(1);
  });

  test("ends the wait when it is aborted during a look that did not mind", async () => {
    const caller = new AbortController();
    const { read, looks } = vendor("pending");
    const aborting = async (signal: AbortSignal | undefined, timeout: number): Promise<Task> => {
      caller.abort();
      return await read(signal, timeout);
    };
    expect(await outcome(aborting, { signal: caller.signal })).toMatchObject({ code: "aborted" });
    expect(looks).toHaveLength(1);
  });
});

describe("at the end, however it came", () => {
  test.each<[string, (string | Error)[], WaitOptions<Task>]>([
    ["decided", ["pending", "accepted"], {}],
    ["refused", ["pending", answered(404, "rejected")], {}],
    ["expired", ["pending"], { timeout: 2000 }],
    ["an observer that throws", ["pending"], { onProgress: () => expect.unreachable() }],
  ])("no listener is left: %s", async (_, states, options) => {
    const caller = new AbortController();
    const wake = new Waker();
    const leave = vi.fn();
    const subscribe = vi.spyOn(wake, "subscribe").mockImplementation(() => leave);
    const added = vi.spyOn(caller.signal, "addEventListener");
    const removed = vi.spyOn(caller.signal, "removeEventListener");
    await outcome(vendor(...states).read, { ...options, signal: caller.signal, wake });
    expect(subscribe).toHaveBeenCalledTimes(1);
    expect(leave).toHaveBeenCalledTimes(1);
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });
});
