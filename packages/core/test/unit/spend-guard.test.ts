import { describe, expect, test } from "vitest";
import {
  type AnyEndpoint,
  type BillableCall,
  createSpendGuard,
  type KeyClientOptions,
  keyTransport,
  MemoryStore,
  type SdkError,
  type SpendGuardOptions,
  type SpendState,
  type Store,
} from "../../src/index.js";
import { contract } from "./contract.js";

const order = contract({
  name: "orderThing",
  method: "POST",
  path: "/orders",
  effect: "create",
  cost: "billed",
  elements: (input: { many?: unknown[] }) => (input.many ?? [0]).map((content) => ({ reference: undefined, content })),
} as Partial<AnyEndpoint>);

/** A client with a guard, and what it sent. */
function world(
  guard: Partial<SpendGuardOptions> & { maxBillable: number },
  answer: () => Response = () => Response.json({}),
  more: Partial<KeyClientOptions> = {},
) {
  const store = guard.store ?? new MemoryStore();
  const spend = createSpendGuard({ store, ...guard });
  let sent = 0;
  const transport = keyTransport(
    { vendor: "vendor", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) },
    {
      baseUrl: "https://vendor.test",
      apiKey: "a-key",
      spend,
      send: async () => {
        sent++;
        return answer();
      },
      ...more,
    },
  );
  const call = async (input: object = {}, endpoint: AnyEndpoint = order): Promise<"done" | SdkError> =>
    await transport.request(endpoint as never, input as never).then(
      () => "done" as const,
      (error: SdkError) => error,
    );
  return { call, store, sent: () => sent };
}

describe("the limit", () => {
  test("refuses the billed call over it, and nothing leaves", async () => {
    const { call, sent } = world({ maxBillable: 2, windowMs: 1000, now: () => 5300 });
    expect([await call(), await call()]).toEqual(["done", "done"]);
    expect(await call()).toMatchObject({
      name: "SpendLimitError",
      code: "spend_limit",
      outcome: "not_sent",
      attempts: 0,
      limit: 2,
      windowMs: 1000,
      retryAfterMs: 700,
    });
    expect(sent()).toBe(2);
  });

  test("does not count what costs nothing", async () => {
    const { call, sent } = world({ maxBillable: 0 });
    await call({}, contract({ path: "/things" }));
    await call({}, contract({ ...order, units: () => 0 }));
    expect(sent()).toBe(2);
    expect(await call()).toMatchObject({ code: "spend_limit" });
  });

  test("counts each element of a batch, and lets a smaller one through", async () => {
    const { call } = world({ maxBillable: 5 });
    expect(await call({ many: [1, 2, 3] })).toBe("done");
    expect(await call({ many: [1, 2, 3] })).toMatchObject({ code: "spend_limit" });
    expect(await call({ many: [1, 2] })).toBe("done");
    expect(await call()).toMatchObject({ code: "spend_limit" });
  });

  test("begins anew with each window", async () => {
    let now = 900;
    const { call } = world({ maxBillable: 1, windowMs: 1000, now: () => now });
    expect(await call()).toBe("done");
    expect(await call()).toMatchObject({ code: "spend_limit", retryAfterMs: 100 });
    now = 1000;
    expect(await call()).toBe("done");
  });

  test("holds for all that share store and name, to the last unit", async () => {
    const memory = new MemoryStore();
    // A store that answers later, as a remote one does, so that the calls meet.
    const later = async <T>(does: () => Promise<T>): Promise<T> => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
      return await does();
    };
    const store: Store = {
      get: async (key) => await later(async () => await memory.get(key)),
      putIfAbsent: async (key, value, ttl) => await later(async () => await memory.putIfAbsent(key, value, ttl)),
      compareAndSet: async (key, from, to, ttl) =>
        await later(async () => await memory.compareAndSet(key, from, to, ttl)),
      delete: async (key) => await memory.delete(key),
    };
    const eight = Array.from({ length: 8 }, () => world({ maxBillable: 20, store }));
    const results = await Promise.all(eight.flatMap(({ call }) => Array.from({ length: 5 }, async () => await call())));
    expect(results.filter((one) => one === "done")).toHaveLength(20);
    expect(eight.reduce((sum, { sent }) => sum + sent(), 0)).toBe(20);
    expect(await world({ maxBillable: 20, store, name: "another" }).call()).toBe("done");
  });
});

describe("units are given back", () => {
  const broken = (code: string) => (): Response => {
    throw Object.assign(new TypeError("fetch failed"), { cause: { code } });
  };

  test("by a call that provably bought nothing", async () => {
    const refused = world({ maxBillable: 1 }, () => Response.json({}, { status: 422 }));
    expect(await refused.call()).toMatchObject({ outcome: "rejected" });
    expect(await refused.call()).toMatchObject({ outcome: "rejected" });
    const unsent = world({ maxBillable: 1 }, broken("ENOTFOUND"));
    expect(await unsent.call()).toMatchObject({ outcome: "not_sent", code: "network" });
    expect(await unsent.call()).toMatchObject({ outcome: "not_sent", code: "network" });
  });

  test("not by one whose outcome is unknown, or whose answer cannot be read", async () => {
    const lost = world({ maxBillable: 1 }, broken("ECONNRESET"));
    expect(await lost.call()).toMatchObject({ outcome: "unknown" });
    expect(await lost.call()).toMatchObject({ code: "spend_limit" });
    const unread = world({ maxBillable: 1 }, () => new Response("{"));
    expect(await unread.call()).toMatchObject({ outcome: "created_unreadable" });
    expect(await unread.call()).toMatchObject({ code: "spend_limit" });
  });
});

describe("onBillable", () => {
  test("sees each call with how much is used, and nothing of its input", async () => {
    const seen: (BillableCall & SpendState)[] = [];
    const { call } = world({ maxBillable: 5, onBillable: (one) => void seen.push(one) });
    await call({ many: [1, 2], person: "Zoë" });
    expect(seen).toEqual([
      { vendor: "vendor", operation: "orderThing", units: 2, reference: undefined, used: 2, limit: 5 },
    ]);
  });

  test.each([
    ["says no", () => false],
    ["says no later", async () => await Promise.resolve(false)],
    [
      "fails",
      () => {
        throw new Error("x");
      },
    ],
  ])("refuses the call when it %s, and the units are there for the next", async (_, onBillable) => {
    const { call, sent, store } = world({ maxBillable: 1, onBillable });
    expect(await call()).toMatchObject({ code: "spend_refused", outcome: "not_sent" });
    expect(await world({ maxBillable: 1, store }).call()).toBe("done");
    expect(sent()).toBe(0);
  });
});

test.each([
  [{ maxBillable: -1 }, "maxBillable"],
  [{ maxBillable: 1.5 }, "maxBillable"],
  [{ maxBillable: Number.NaN }, "maxBillable"],
  [{ maxBillable: 1, windowMs: 0 }, "windowMs"],
])("a guard that cannot work is refused: %o", (options, path) => {
  expect(() => createSpendGuard({ store: new MemoryStore(), ...options })).toThrow(
    expect.objectContaining({ code: "invalid_configuration", issues: [expect.objectContaining({ path })] }) as Error,
  );
});

test.each(["intents", "spend", "journal"] as const)("a client refuses %s that are none", (name) => {
  expect(() => world({ maxBillable: 1 }, undefined, { [name]: {} as never })).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ path: name })] }) as Error,
  );
});

describe("in a browser", () => {
  const inBrowser = async <T>(act: () => Promise<T>): Promise<T> => {
    const global = globalThis as { window?: unknown };
    global.window = { document: {} };
    try {
      return await act();
    } finally {
      delete global.window;
    }
  };

  test("a billed call is refused, and nothing leaves", async () => {
    const { call, sent } = world({ maxBillable: 5 });
    expect(await inBrowser(call)).toMatchObject({ code: "spend_refused", outcome: "not_sent" });
    expect(await inBrowser(async () => await call({}, contract({ path: "/things" })))).toBe("done");
    expect(sent()).toBe(1);
  });

  test("it goes out once that is allowed", async () => {
    const { call } = world({ maxBillable: 5 }, undefined, { allowBilledInBrowser: true });
    expect(await inBrowser(call)).toBe("done");
  });
});
