import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TokenStore } from "../../src/auth/token-store.js";
import { MemoryStore } from "../../src/store/memory-store.js";
import type { Store } from "../../src/store/types.js";
import { serve } from "../../src/testing/node/serve.js";
import { longSearch, read, secret, TokenVendor } from "./token-vendor.js";

const broken = (answer: () => Promise<never>): Store => ({
  get: answer,
  putIfAbsent: answer,
  compareAndSet: answer,
  delete: answer,
});

/** A store that shows what was written to it. */
class OpenStore extends MemoryStore {
  readonly written: string[] = [];

  override async putIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean> {
    this.written.push(key, value);
    return await super.putIfAbsent(key, value, ttlMs);
  }

  override async compareAndSet(key: string, expected: string, value: string, ttlMs: number): Promise<boolean> {
    this.written.push(key, value);
    return await super.compareAndSet(key, expected, value, ttlMs);
  }
}

describe("clients that share a store", () => {
  test("make 1 token request for 1,000 calls of 10 clients", async () => {
    const vendor = new TokenVendor();
    const tokenStore = new TokenStore(new MemoryStore());
    const clients = Array.from({ length: 10 }, () => vendor.connect({ tokenStore }));
    await Promise.all(clients.flatMap((one) => Array.from({ length: 100 }, () => one.request(read, {}))));
    expect({ tokens: vendor.tokenRequests.length, calls: vendor.calls.length }).toEqual({ tokens: 1, calls: 1000 });
  });

  test("make 1 again when the token has expired", async () => {
    const vendor = new TokenVendor();
    // 12 s of life are 2 s of use.
    vendor.onToken = () => vendor.token(vendor.tokenRequests.length === 1 ? 12 : 600);
    const tokenStore = new TokenStore(new MemoryStore());
    const clients = Array.from({ length: 10 }, () => vendor.connect({ tokenStore }));
    await clients[0]?.request(read, {});
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await Promise.all(clients.flatMap((one) => Array.from({ length: 100 }, () => one.request(read, {}))));
    expect(vendor.tokenRequests).toHaveLength(2);
    expect(new Set(vendor.calls.slice(1).map((call) => call.token))).toEqual(new Set(["token-2"]));
  });

  test("do not share with another secret, another client id, another scope or another token endpoint", async () => {
    const vendor = new TokenVendor();
    const tokenStore = new TokenStore(new MemoryStore());
    const others = [
      {},
      { clientSecret: `${secret}x` },
      { clientId: "client-2" },
      { scope: "Other" },
      { audience: null },
    ];
    for (const other of [...others, { tokenUrl: "https://accounts.vendor.test/connect/token" }])
      await vendor.connect({ tokenStore, ...other }).request(read, {});
    expect(vendor.tokenRequests).toHaveLength(6);
  });

  test("leave neither secret nor token nor id readable in the store", async () => {
    const vendor = new TokenVendor();
    const store = new OpenStore();
    const tokenStore = new TokenStore(store);
    await vendor.connect({ tokenStore }).request(read, {});
    expect(store.written.length).toBeGreaterThan(0);
    expect(store.written.join(" ")).not.toMatch(/token-\d|client-1|vendor\.test/);
    expect(store.written.join(" ")).not.toContain(secret);
  });

  test("take what cannot be opened for nothing, and put a token in its place", async () => {
    const vendor = new TokenVendor();
    const store = new OpenStore();
    const tokenStore = new TokenStore(store);
    await vendor.connect({ tokenStore }).request(read, {});
    const name = store.written.find((one) => one.startsWith("token:")) ?? "";
    for (const text of ["no base64!", "AAAA", btoa("x".repeat(64))]) {
      await store.delete(name);
      await store.putIfAbsent(name, text, 60_000);
      const before = vendor.tokenRequests.length;
      await vendor.connect({ tokenStore }).request(read, {});
      await vendor.connect({ tokenStore }).request(read, {});
      expect(vendor.tokenRequests.length - before, text).toBe(1);
    }
  });

  test("look again once they may ask: another may have been quicker between look and lock", async () => {
    const vendor = new TokenVendor();
    const store = new MemoryStore();
    const tokenStore = new TokenStore(store);
    await vendor.connect({ tokenStore }).request(read, {});
    vi.spyOn(store, "get").mockResolvedValueOnce(undefined);
    await vendor.connect({ tokenStore }).request(read, {});
    expect(vendor.tokenRequests).toHaveLength(1);
  });

  test("do not take up again what the vendor refused", async () => {
    const vendor = new TokenVendor();
    const tokenStore = new TokenStore(new MemoryStore());
    const [one, other] = [vendor.connect({ tokenStore }), vendor.connect({ tokenStore })];
    vi.useFakeTimers({ toFake: ["performance", "Date"] });
    try {
      await one.request(read, {});
      await other.request(read, {});
      vi.advanceTimersByTime(6000);
      vendor.onCall = (token) => (token === "token-1" ? new Response("{}", { status: 401 }) : Response.json({ ok: 2 }));
      expect(await one.request(read, {})).toEqual({ ok: 2 });
      expect(await other.request(read, {})).toEqual({ ok: 2 });
    } finally {
      vi.useRealTimers();
    }
    expect(vendor.tokenRequests).toHaveLength(2);
  });

  test("do not start a long search on a stored token that ends before it", async () => {
    const vendor = new TokenVendor();
    const tokenStore = new TokenStore(new MemoryStore());
    vi.useFakeTimers({ toFake: ["performance", "Date"] });
    try {
      await vendor.connect({ tokenStore }).request(read, {});
      vi.advanceTimersByTime(420_000);
      await vendor.connect({ tokenStore }).request(read, {});
      expect(vendor.tokenRequests).toHaveLength(1);
      await vendor.connect({ tokenStore }).request(longSearch, {});
    } finally {
      vi.useRealTimers();
    }
    expect(vendor.calls.map((call) => call.token)).toEqual(["token-1", "token-1", "token-2"]);
  });

  test("told of a wrong secret, are each told at once", async () => {
    const vendor = new TokenVendor();
    vendor.onToken = () => Response.json({ error: "invalid_client" }, { status: 400 });
    const tokenStore = new TokenStore(new MemoryStore());
    for (let n = 0; n < 3; n++)
      await expect(vendor.connect({ tokenStore }).request(read, {})).rejects.toMatchObject({ code: "authentication" });
    expect(vendor.tokenRequests).toHaveLength(3);
  });

  test("wait a second after a failure, whoever failed", async () => {
    const vendor = new TokenVendor();
    vendor.onToken = () => (vendor.tokenRequests.length < 3 ? new Response("", { status: 503 }) : vendor.token());
    const tokenStore = new TokenStore(new MemoryStore());
    await Promise.all(Array.from({ length: 5 }, async () => await vendor.connect({ tokenStore }).request(read, {})));
    const times = vendor.tokenRequests.map((one) => one.at);
    expect(times).toHaveLength(3);
    times.slice(1).forEach((at, n) => expect(at - (times[n] ?? 0)).toBeGreaterThan(900));
  });
});

describe("with the store away", () => {
  test.each([
    ["failing", () => Promise.reject(new Error("down"))],
    ["hanging", () => new Promise<never>(() => undefined)],
  ])("%s, each client has its own token, and the store's error is told", async (_, answer) => {
    const vendor = new TokenVendor();
    const onStoreError = vi.fn();
    const clients = Array.from({ length: 3 }, () =>
      vendor.connect({ tokenStore: new TokenStore(broken(answer), { onStoreError }) }),
    );
    await Promise.all(clients.flatMap((one) => Array.from({ length: 20 }, () => one.request(read, {}))));
    expect({ tokens: vendor.tokenRequests.length, calls: vendor.calls.length }).toEqual({ tokens: 3, calls: 60 });
    expect(onStoreError).toHaveBeenCalledTimes(3);
  });

  test("a store that is none is told before anything is sent", () => {
    expect(() => new TokenVendor().connect({ tokenStore: new MemoryStore() as unknown as TokenStore })).toThrow(
      /tokenStore/,
    );
  });
});

describe("processes that share a store", () => {
  const store = new MemoryStore();
  const server = createServer((request, response) => {
    void answer(request).then((value) => response.end(JSON.stringify({ value })));
  });
  async function answer(request: IncomingMessage): Promise<unknown> {
    const [method, ...args] = JSON.parse(await text(request)) as [keyof Store, ...unknown[]];
    return await (store[method] as (...all: unknown[]) => Promise<unknown>)(...args);
  }

  beforeEach(async () => void (await once(server.listen(0, "127.0.0.1"), "listening")));
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test("make 1 token request for 1,000 calls, 250 in each of 4", async () => {
    const vendor = new TokenVendor();
    const sockets = await serve(vendor.answer);
    const storeUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const children = Array.from({ length: 4 }, () =>
        fork(new URL("token-store-child.ts", import.meta.url), [storeUrl, sockets.url, "250"], { timeout: 15_000 }),
      );
      const codes = await Promise.all(children.map(async (child) => ((await once(child, "exit")) as [number])[0]));
      expect(codes).toEqual([0, 0, 0, 0]);
    } finally {
      await sockets.close();
    }
    expect({ tokens: vendor.tokenRequests.length, calls: vendor.calls.length }).toEqual({ tokens: 1, calls: 1000 });
  });
});
