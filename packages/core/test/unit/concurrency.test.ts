import { describe, expect, test } from "vitest";
import { Concurrency } from "../../src/limits/concurrency.js";
import { keyTransport } from "../../src/configure.js";
import type { RateLimit } from "../../src/limits/rate-limit.js";
import { sendWithFetch } from "../../src/send/fetch.js";
import type { KeyClientOptions } from "../../src/configure.js";
import type { Transport } from "../../src/transport.js";
import { read } from "./token-vendor.js";

const idle = new AbortController().signal;
const turn = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, 5));

describe("places", () => {
  test("are given in the order of asking, as many as there are", async () => {
    const places = new Concurrency(2);
    const order: number[] = [];
    const leaves = new Map<number, () => void>();
    for (let n = 0; n < 6; n++) void places.enter(idle).then((leave) => leaves.set(order.push(n) - 1, leave));
    await turn();
    expect([order, places.running, places.waiting]).toEqual([[0, 1], 2, 4]);
    for (const n of [1, 0, 2, 3]) {
      leaves.get(n)?.();
      await turn();
    }
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
    leaves.get(4)?.();
    leaves.get(5)?.();
    expect([places.running, places.waiting]).toEqual([0, 0]);
  });

  test("who gives one back twice frees one only", async () => {
    const places = new Concurrency(1);
    const leave = await places.enter(idle);
    leave();
    leave();
    await places.enter(idle);
    expect(places.running).toBe(1);
  });

  test("an abort leaves the queue, and those behind move up", async () => {
    const places = new Concurrency(1);
    const leave = await places.enter(idle);
    const abort = new AbortController();
    const second = places.enter(abort.signal);
    const third = places.enter(idle);
    abort.abort();
    await expect(second).rejects.toThrow("abort");
    expect(places.waiting).toBe(1);
    leave();
    await third;
    expect([places.running, places.waiting]).toEqual([1, 0]);
  });

  test("a signal that is aborted already never queues", async () => {
    const places = new Concurrency(1);
    await places.enter(idle);
    await expect(places.enter(AbortSignal.abort())).rejects.toThrow("abort");
    expect(places.waiting).toBe(0);
  });

  test.each([0, -1, 1.5, Number.NaN, "4"])("cannot be %s", (max) => {
    expect(() => new Concurrency(max as number)).toThrow(RangeError);
  });
});

/** A vendor that answers when it is told to, and says how many requests it has at once. */
class SlowVendor {
  at = 0;
  most = 0;
  seen = 0;
  readonly #open: (() => void)[] = [];

  readonly fetch: typeof globalThis.fetch = async (_, init) => {
    this.seen++;
    this.most = Math.max(this.most, ++this.at);
    try {
      await new Promise<void>((resolve, reject) => {
        this.#open.push(resolve);
        init?.signal?.addEventListener("abort", () => reject(new Error("aborted")));
      });
    } finally {
      this.at--;
    }
    return Response.json({ ok: true });
  };

  answer(): void {
    for (const open of this.#open.splice(0)) open();
  }

  connect(options: Partial<KeyClientOptions> = {}): Transport {
    const parts = { vendor: "vendor", environments: { test: "https://vendor.test" }, keyHeader: "x-key" };
    return keyTransport(
      { ...parts, readRefusal: () => ({}), concurrency: 4 },
      { environment: "test", apiKey: "key-1", fetch: this.fetch, send: sendWithFetch, ...options },
    );
  }
}

describe("a client", () => {
  test("sends as many at once as the vendor is known to stand, and all in the end", async () => {
    const vendor = new SlowVendor();
    const client = vendor.connect();
    const calls = Promise.all(Array.from({ length: 50 }, () => client.request(read, {})));
    const answers = setInterval(() => vendor.answer(), 1);
    await calls;
    clearInterval(answers);
    expect([vendor.most, vendor.seen, vendor.at]).toEqual([4, 50, 0]);
  });

  test.each([
    [1, 1],
    [Number.POSITIVE_INFINITY, 20],
  ])("sends %s at once where the caller says so", async (concurrency, most) => {
    const vendor = new SlowVendor();
    const client = vendor.connect({ concurrency });
    const calls = Promise.all(Array.from({ length: 20 }, () => client.request(read, {})));
    const answers = setInterval(() => vendor.answer(), 2);
    await calls;
    clearInterval(answers);
    expect(vendor.most).toBe(most);
  });

  test("shares places with another client of the same credential", async () => {
    const vendor = new SlowVendor();
    const places = new Concurrency(3);
    const clients = [vendor.connect({ concurrency: places }), vendor.connect({ concurrency: places })];
    const calls = Promise.all(clients.flatMap((one) => Array.from({ length: 10 }, () => one.request(read, {}))));
    const answers = setInterval(() => vendor.answer(), 1);
    await calls;
    clearInterval(answers);
    expect([vendor.most, vendor.seen, places.running, places.waiting]).toEqual([3, 20, 0, 0]);
  });

  test("a wait counts in the deadline, and what waited was not sent", async () => {
    const vendor = new SlowVendor();
    const client = vendor.connect({ concurrency: 1 });
    const first = client.request(read, {});
    await expect(client.request(read, {}, { timeout: 20 })).rejects.toMatchObject({
      code: "timeout",
      phase: "waiting",
      outcome: "not_sent",
      attempts: 0,
    });
    vendor.answer();
    await first;
    expect(vendor.seen).toBe(1);
  });

  test("an abort while waiting, and one under way, both give their place up", async () => {
    const vendor = new SlowVendor();
    const places = new Concurrency(1);
    const client = vendor.connect({ concurrency: places });
    const [first, second] = [new AbortController(), new AbortController()];
    const running = client.request(read, {}, { signal: first.signal });
    await turn();
    const waiting = client.request(read, {}, { signal: second.signal });
    const last = client.request(read, {});
    second.abort();
    await expect(waiting).rejects.toMatchObject({ code: "aborted", outcome: "not_sent" });
    first.abort();
    await expect(running).rejects.toMatchObject({ code: "aborted", outcome: "unknown" });
    await turn();
    vendor.answer();
    expect(await last).toEqual({ ok: true });
    expect([places.running, places.waiting]).toEqual([0, 0]);
  });

  test("limits that cannot work are named at once", () => {
    const rateLimit = { perSecond: 1 } as unknown as RateLimit;
    expect(() => new SlowVendor().connect({ concurrency: 0, rateLimit })).toThrow(/concurrency.*rateLimit/);
  });
});
