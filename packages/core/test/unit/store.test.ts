import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { Mailbox } from "../../src/store/mailbox.js";
import { MemoryStore } from "../../src/store/memory-store.js";
import { RedisStore } from "../../src/store/redis-store.js";
import type { Store } from "../../src/store/types.js";
import { storeCases } from "../../src/testing/store-cases.js";

/** The few commands of Redis that are used, on a map. The real one is tried by `pnpm --filter @x/verifyvasp-kyt redis`. */
class RedisOfPaper {
  readonly commands: string[][] = [];
  readonly #values = new Map<string, { value: string; until: number }>();

  run(args: readonly string[]): unknown {
    this.commands.push([...args]);
    const [command, ...rest] = args;
    if (command === "EVAL") {
      const [script = "", , key = "", expected = "", value = "", ms = "0"] = rest;
      if (this.#get(key) !== expected) return 0;
      if (script.includes("DEL")) return this.run(["DEL", key]);
      this.#set(key, value, ms);
      return 1;
    }
    const [key = "", value = "", , ms = "0"] = rest;
    if (command === "GET") return this.#get(key) ?? null;
    if (command === "DEL") return this.#get(key) === undefined ? 0 : Number(this.#values.delete(key));
    if (this.#get(key) !== undefined) return null;
    this.#set(key, value, ms);
    return "OK";
  }

  #get(key: string): string | undefined {
    const entry = this.#values.get(key);
    return entry !== undefined && entry.until > Date.now() ? entry.value : undefined;
  }

  #set(key: string, value: string, ms: string): void {
    if (!/^[1-9]\d*$/.test(ms)) throw new Error("ERR value is not an integer or out of range");
    this.#values.set(key, { value, until: Date.now() + Number(ms) });
  }
}

function redisStores(): Record<string, () => { store: Store; redis: RedisOfPaper }> {
  const make = (connect: (redis: RedisOfPaper) => Store) => () => {
    const redis = new RedisOfPaper();
    return { store: connect(redis), redis };
  };
  return {
    "the client of ioredis": make(
      (redis) => new RedisStore({ call: async (...args: (string | number)[]) => redis.run(args.map(String)) }),
    ),
    "the client of redis": make((redis) => new RedisStore({ sendCommand: async (args) => redis.run(args) })),
  };
}

describe("the memory store", () => {
  for (const { name, run } of storeCases(() => new MemoryStore())) test(name, run);

  test("says so when it is full, and forgets nothing before its time", async () => {
    const store = new MemoryStore({ maxKeys: 3 });
    for (const key of ["a", "b", "c"]) await store.putIfAbsent(key, key, 60_000);
    await expect(store.putIfAbsent("d", "d", 60_000)).rejects.toMatchObject({ name: "StoreFullError", maxKeys: 3 });
    expect(await Promise.all(["a", "b", "c"].map(async (key) => await store.get(key)))).toEqual(["a", "b", "c"]);
    expect(await store.compareAndSet("a", "a", "z", 60_000)).toBe(true);
  });

  test("makes room by what is over", async () => {
    let now = 0;
    const store = new MemoryStore({ maxKeys: 3, now: () => now });
    for (const [key, ttl] of [
      ["a", 10],
      ["b", 20],
      ["c", 1000],
    ] as const)
      await store.putIfAbsent(key, key, ttl);
    now = 15;
    expect(await store.putIfAbsent("d", "d", 1000)).toBe(true);
    await expect(store.putIfAbsent("e", "e", 1000)).rejects.toThrow("3 keys");
    now = 20;
    expect(await store.putIfAbsent("e", "e", 1000)).toBe(true);
    expect([await store.get("b"), await store.get("c"), store.size]).toEqual([undefined, "c", 3]);
  });

  test("is not slower when it is full: 20,000 refused puts do not walk 100,000 keys each", async () => {
    const store = new MemoryStore();
    for (let n = 0; n < 100_000; n++) await store.putIfAbsent(`k${n}`, "", 60_000);
    const began = performance.now();
    for (let n = 0; n < 20_000; n++) await store.putIfAbsent(`x${n}`, "", 60_000).catch(() => undefined);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe.each(Object.entries(redisStores()))("the Redis store, through %s", (_, make) => {
  for (const { name, run } of storeCases(() => make().store)) test(name, run);

  test("uses one command for each operation, under its prefix", async () => {
    const { store, redis } = make();
    await store.putIfAbsent("k", "a", 1500.2);
    await store.get("k");
    await store.compareAndSet("k", "a", "b", 0.5);
    await store.delete("k", "b");
    await store.delete("k");
    expect(redis.commands.filter(([command]) => command !== "DEL" || redis.commands.length === 1)).toMatchObject([
      ["SET", "x:k", "a", "PX", "1501", "NX"],
      ["GET", "x:k"],
      ["EVAL", expect.stringContaining("SET"), "1", "x:k", "a", "b", "1"],
      ["EVAL", expect.stringContaining("DEL"), "1", "x:k", "b"],
    ]);
  });

  test("lets the client's error through", async () => {
    const store = new RedisStore({ call: async () => await Promise.reject(new Error("READONLY")) });
    await expect(store.get("k")).rejects.toThrow("READONLY");
  });
});

describe("a mailbox", () => {
  test("keeps a letter for who comes later", async () => {
    const box = new Mailbox({ store: new MemoryStore() });
    await box.put("a", "1");
    await box.put("a", "2");
    expect(await box.wait("a", { timeoutMs: 1000 })).toBe("2");
    expect(await box.read("a")).toBe("2");
    expect(await box.read("b")).toBeUndefined();
  });

  test("hands a letter over at once inside a process", async () => {
    const box = new Mailbox({ store: new MemoryStore(), pollMs: 60_000 });
    const waits = [box.wait("a", { timeoutMs: 5000 }), box.wait("a", { timeoutMs: 5000 })];
    await new Promise((resolve) => setTimeout(resolve, 200));
    const began = performance.now();
    await box.put("a", "1");
    expect(await Promise.all(waits)).toEqual(["1", "1"]);
    expect(performance.now() - began).toBeLessThan(100);
  });

  test("hands a letter over through the store to another process", async () => {
    const store = new MemoryStore();
    const [here, there] = [new Mailbox({ store }), new Mailbox({ store })];
    const wait = there.wait("a", { timeoutMs: 5000 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    await here.put("a", "1");
    expect(await wait).toBe("1");
  });

  test("hands a letter over although the store is down", async () => {
    const down = async (): Promise<never> => await Promise.reject(new Error("down"));
    let up = true;
    const memory = new MemoryStore();
    const store: Store = {
      get: async (key) => (up ? await memory.get(key) : await down()),
      putIfAbsent: down,
      compareAndSet: down,
      delete: down,
    };
    const box = new Mailbox({ store });
    const wait = box.wait("a", { timeoutMs: 5000 });
    await new Promise((resolve) => setTimeout(resolve, 10));
    up = false;
    await expect(box.put("a", "1")).rejects.toThrow("down");
    expect(await wait).toBe("1");
  });

  test("passes letters over that are not the awaited one", async () => {
    const box = new Mailbox({ store: new MemoryStore() });
    await box.put("a", "old");
    const wait = box.wait("a", { timeoutMs: 5000, accept: (letter) => letter !== "old" });
    await box.put("a", "old");
    await box.put("a", "new");
    expect(await wait).toBe("new");
  });

  test("gives up when the time is over or the signal is aborted, and listens no more", async () => {
    const box = new Mailbox({ store: new MemoryStore() });
    const began = performance.now();
    expect(await box.wait("a", { timeoutMs: 120 })).toBeUndefined();
    expect(performance.now() - began).toBeGreaterThanOrEqual(110);
    const aborted = new AbortController();
    const wait = box.wait("a", { timeoutMs: 60_000, signal: aborted.signal });
    aborted.abort();
    expect(await wait).toBeUndefined();
    expect(await box.wait("a", { timeoutMs: 60_000, signal: aborted.signal })).toBeUndefined();
  });

  test("shows no letter to who only looks", async () => {
    const box = new Mailbox({ store: new MemoryStore() });
    await box.put("a", "bb3fd383");
    expect(inspect(box, { depth: 9 }) + JSON.stringify(box)).not.toContain("bb3fd383");
  });
});
