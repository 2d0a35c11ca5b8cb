import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Deadline, Interrupted } from "../../src/deadline.js";

/** How a promise ended, without leaving its rejection unhandled. */
async function end(promise: Promise<unknown>): Promise<unknown> {
  return await promise.catch((error: unknown) =>
    error instanceof Interrupted ? `${error.by} while ${error.phase}` : error,
  );
}

const forever = (): Promise<never> => new Promise(() => undefined);
const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);

beforeEach(() => {
  vi.useFakeTimers();
  unhandled.length = 0;
  process.on("unhandledRejection", note);
});

afterEach(async () => {
  const left = vi.getTimerCount();
  vi.useRealTimers();
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
  expect(left).toBe(0);
});

describe("when the time is up", () => {
  test("work that ignores the signal is left behind", async () => {
    const deadline = new Deadline(1000, undefined);
    deadline.phase = "headers";
    const ended = end(deadline.race(forever()));
    await vi.advanceTimersByTimeAsync(999);
    expect(deadline.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await ended).toBe("deadline while headers");
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.remaining).toBe(0);
    deadline.dispose();
  });

  test("work that begins later does not begin to wait", async () => {
    const deadline = new Deadline(10, undefined);
    await vi.advanceTimersByTimeAsync(10);
    deadline.phase = "body";
    expect(() => deadline.check()).toThrow(new Interrupted("deadline", "body"));
    expect(await end(deadline.race(forever()))).toBe("deadline while waiting");
    deadline.dispose();
  });

  test("work that fails afterwards is nobody's business any more", async () => {
    const deadline = new Deadline(10, undefined);
    let fail: (error: Error) => void = () => undefined;
    const ended = end(deadline.race(new Promise((_, reject) => (fail = reject))));
    await vi.advanceTimersByTimeAsync(10);
    fail(new Error("late"));
    expect(await ended).toBe("deadline while waiting");
    deadline.dispose();
  });

  test("nobody has to be racing", async () => {
    const deadline = new Deadline(10, undefined);
    await vi.advanceTimersByTimeAsync(10);
    deadline.dispose();
  });

  test("an abort that comes later changes nothing", async () => {
    const caller = new AbortController();
    const deadline = new Deadline(10, caller.signal);
    await vi.advanceTimersByTimeAsync(10);
    caller.abort();
    expect(await end(deadline.race(forever()))).toBe("deadline while waiting");
    deadline.dispose();
  });
});

describe("in time", () => {
  test("the value of the work is handed on", async () => {
    const deadline = new Deadline(1000, undefined);
    expect(await deadline.race(Promise.resolve(7))).toBe(7);
    expect(() => deadline.check()).not.toThrow();
    deadline.dispose();
  });

  test("its failure is handed on", async () => {
    const deadline = new Deadline(1000, undefined);
    const failure = new TypeError("x");
    expect(await end(deadline.race(Promise.reject(failure)))).toBe(failure);
    deadline.dispose();
  });

  test("what remains is told", async () => {
    const deadline = new Deadline(1000, undefined);
    expect(deadline.remaining).toBe(1000);
    await vi.advanceTimersByTimeAsync(400);
    expect(deadline.remaining).toBe(600);
    deadline.dispose();
  });
});

describe("the caller's signal", () => {
  test("ends the call when it was aborted before", async () => {
    const deadline = new Deadline(1000, AbortSignal.abort());
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.remaining).toBe(0);
    expect(() => deadline.check()).toThrow(new Interrupted("caller", "waiting"));
    expect(await end(deadline.race(forever()))).toBe("caller while waiting");
    deadline.dispose();
  });

  test("ends the call while it works", async () => {
    const caller = new AbortController();
    const deadline = new Deadline(1000, caller.signal);
    deadline.phase = "body";
    const ended = end(deadline.race(forever()));
    caller.abort(new Error("the caller's own reason, which may hold anything"));
    expect(await ended).toBe("caller while body");
    expect(deadline.signal.aborted).toBe(true);
    deadline.dispose();
  });

  test("is not handed on with its reason", () => {
    const deadline = new Deadline(1000, AbortSignal.abort("secret"));
    expect(String(deadline.signal.reason)).not.toContain("secret");
    deadline.dispose();
  });

  test("is heard no more after the end", () => {
    const caller = new AbortController();
    const added = vi.spyOn(caller.signal, "addEventListener");
    const removed = vi.spyOn(caller.signal, "removeEventListener");
    const deadline = new Deadline(1000, caller.signal);
    deadline.dispose();
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
    caller.abort();
    expect(deadline.signal.aborted).toBe(false);
  });
});

describe("a sleep", () => {
  test("ends in time", async () => {
    const deadline = new Deadline(1000, undefined);
    let awake = false;
    const sleeping = deadline.sleep(300).then(() => (awake = true));
    await vi.advanceTimersByTimeAsync(299);
    expect(awake).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(awake).toBe(true);
    await sleeping;
    deadline.dispose();
  });

  test("ends with the deadline and leaves no timer", async () => {
    const deadline = new Deadline(100, undefined);
    const ended = end(deadline.sleep(50_000));
    await vi.advanceTimersByTimeAsync(100);
    expect(await ended).toBe("deadline while waiting");
    expect(vi.getTimerCount()).toBe(0);
    deadline.dispose();
  });

  test("ends with the caller's abort and leaves no timer but the deadline's", async () => {
    const caller = new AbortController();
    const deadline = new Deadline(100_000, caller.signal);
    const ended = end(deadline.sleep(50_000));
    caller.abort();
    expect(await ended).toBe("caller while waiting");
    expect(vi.getTimerCount()).toBe(1);
    deadline.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is not begun after the end", async () => {
    const deadline = new Deadline(1000, AbortSignal.abort());
    expect(await end(deadline.sleep(10))).toBe("caller while waiting");
    deadline.dispose();
  });
});

describe("timers", () => {
  test("are clamped to what runtimes keep: a longer one would fire at once", () => {
    const timer = vi.spyOn(globalThis, "setTimeout");
    const deadline = new Deadline(1e12, undefined);
    void end(deadline.sleep(Number.MAX_SAFE_INTEGER));
    expect(timer.mock.calls.map(([, ms]) => ms)).toEqual([2_147_483_647, 2_147_483_647]);
    deadline.dispose();
    timer.mockRestore();
    vi.clearAllTimers();
  });

  test("do not outlive the call", () => {
    const deadline = new Deadline(60_000, undefined);
    expect(vi.getTimerCount()).toBe(1);
    deadline.dispose();
    deadline.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });
});
