import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keyTransport } from "../../src/configure.js";
import { RateLimit, type RateLimitOptions } from "../../src/limits/rate-limit.js";
import { sendWithFetch } from "../../src/send/fetch.js";
import { MemoryStore } from "../../src/store/memory-store.js";
import type { Store } from "../../src/store/types.js";
import type { Transport } from "../../src/transport.js";
import { read } from "./token-vendor.js";

/** Seconds at which requests arrived, since the test began. */
let arrivals: number[] = [];
let began = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  arrivals = [];
  began = Date.now();
});
afterEach(() => void vi.useRealTimers());

function client(limit: Omit<RateLimitOptions, "key">): Transport {
  const fetch: typeof globalThis.fetch = async () => {
    arrivals.push((Date.now() - began) / 1000);
    return Response.json({ ok: true });
  };
  // A key of its own: the digest of the usual one is made outside of the time that stands still.
  return connect(new RateLimit({ key: "mine", ...limit }), "key-1", fetch);
}

function connect(rateLimit: RateLimit, apiKey: string, fetch: typeof globalThis.fetch): Transport {
  const parts = { vendor: "vendor", environments: { test: "https://vendor.test" }, keyHeader: "x-key" };
  return keyTransport(
    { ...parts, readRefusal: () => ({}) },
    { environment: "test", apiKey, fetch, send: sendWithFetch, rateLimit },
  );
}

async function pass(seconds: number): Promise<void> {
  for (let step = 0; step < seconds * 20; step++) await vi.advanceTimersByTimeAsync(50);
}

const most = (within: number): number =>
  Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + within).length));

describe("a rate that is shared through a store", () => {
  test("spaces the requests of one client evenly", async () => {
    const one = client({ store: new MemoryStore(), perSecond: 2 });
    const calls = Promise.all(Array.from({ length: 5 }, () => one.request(read, {})));
    await pass(3);
    await calls;
    expect(arrivals.map((at) => Math.round(at * 10) / 10)).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  test("lets a burst out after a rest, and the rate after that", async () => {
    const one = client({ store: new MemoryStore(), perSecond: 1, burst: 3 });
    const calls = Promise.all(Array.from({ length: 5 }, () => one.request(read, {})));
    await pass(4);
    await calls;
    expect(arrivals.map(Math.round)).toEqual([0, 0, 0, 1, 2]);
  });

  test("is one for several clients of the same credential: 4 clients, 100 requests, 10 a second", async () => {
    const store = new MemoryStore();
    const clients = Array.from({ length: 4 }, () => client({ store, perSecond: 10, burst: 5 }));
    const calls = Promise.all(
      clients.flatMap((one) => Array.from({ length: 25 }, () => one.request(read, {}, { timeout: 60_000 }))),
    );
    await pass(12);
    await calls;
    expect(arrivals).toHaveLength(100);
    expect(most(1)).toBeLessThanOrEqual(15);
    expect(Math.max(...arrivals)).toBeGreaterThanOrEqual(9.4);
    expect(Math.max(...arrivals)).toBeLessThanOrEqual(11);
  });

  test("counts its waits in the deadline; what waited was not sent, and took nothing", async () => {
    const one = client({ store: new MemoryStore(), perSecond: 0.5 });
    const first = one.request(read, {});
    const second = one.request(read, {}, { timeout: 1000 }).catch((error: unknown) => error);
    const third = one.request(read, {}, { timeout: 10_000 });
    await pass(3);
    expect(await second).toMatchObject({ code: "timeout", phase: "waiting", outcome: "not_sent" });
    await Promise.all([first, third]);
    expect(arrivals.map(Math.round)).toEqual([0, 2]);
  });

  test("a value from a clock that ran far ahead does not stop everybody for an hour", async () => {
    const store = new MemoryStore();
    await store.putIfAbsent("rate:mine", String(Date.now() + 3_600_000), 3_600_000);
    const one = client({ store, perSecond: 1 });
    const calls = Promise.all([one.request(read, {}), one.request(read, {})]);
    await pass(2);
    await calls;
    expect(arrivals.map(Math.round)).toEqual([0, 1]);
  });
});

describe("with the store away", () => {
  const broken = (answer: () => Promise<never>): Store => ({
    get: answer,
    putIfAbsent: answer,
    compareAndSet: answer,
    delete: answer,
  });

  test.each([
    ["failing", () => Promise.reject(new Error("down"))],
    ["hanging", () => new Promise<never>(() => undefined)],
  ])("%s, each process keeps to the rate by itself, and it is told", async (_, answer) => {
    const onStoreError = vi.fn();
    const one = client({ store: broken(answer), perSecond: 2, onStoreError });
    const calls = Promise.all(Array.from({ length: 6 }, () => one.request(read, {})));
    await pass(8);
    await calls;
    expect(arrivals).toHaveLength(6);
    expect(most(0.99)).toBeLessThanOrEqual(2);
    expect(onStoreError).toHaveBeenCalled();
    expect(onStoreError.mock.calls.length).toBeLessThanOrEqual(6);
  });
});

describe("who counts together", () => {
  const fetch: typeof globalThis.fetch = async () => Response.json({ ok: true });
  const bucketsOf = async (key: string | undefined, ...apiKeys: readonly string[]): Promise<Set<string>> => {
    vi.useRealTimers();
    const store = new MemoryStore();
    const looked = vi.spyOn(store, "get");
    const limit = new RateLimit({ store, perSecond: 1000, ...(key === undefined ? {} : { key }) });
    for (const apiKey of apiKeys) await connect(limit, apiKey, fetch).request(read, {});
    return new Set(looked.mock.calls.map(([name]) => name));
  };

  test("are those with the same credential, of which the store gets a digest", async () => {
    const [only, ...others] = await bucketsOf(undefined, "key-1", "key-1");
    expect([only, others]).toEqual([expect.stringMatching(/^rate:[0-9a-f]{64}$/), []]);
  });

  test("not those with another one", async () => {
    expect((await bucketsOf(undefined, "key-1", "key-2")).size).toBe(2);
  });

  test("or all that share a key of the caller's", async () => {
    expect(await bucketsOf("mine", "key-1", "key-2")).toEqual(new Set(["rate:mine"]));
  });
});

test.each([{ perSecond: 0 }, { perSecond: Number.NaN }, { perSecond: 1, burst: 0.5 }])("%o is no rate", (limit) => {
  expect(() => new RateLimit({ store: new MemoryStore(), ...limit })).toThrow(RangeError);
});
