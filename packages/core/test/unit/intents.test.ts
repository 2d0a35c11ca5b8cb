import * as z from "zod/mini";
import { describe, expect, test } from "vitest";
import {
  createIntents,
  defineEndpoint,
  type Endpoint,
  type Found,
  type IntentInFlightError,
  type IntentsOptions,
  isReconcilable,
  isSdkError,
  type KeyClientOptions,
  keyTransport,
  MemoryStore,
  type RequestOptions,
  type SdkError,
  type Store,
} from "../../src/index.js";
import { schemaFor } from "../../src/schema.js";

interface Order {
  orders: { reference?: string | undefined; person: string }[];
}
type Receipts = { id: number }[];

const vendor = "vendor";
const operation = "orderThings";
const key = (reference: string) => ({ vendor, operation, reference });

function endpoint(find?: () => Promise<Found<Receipts>>): Endpoint<Order, Receipts> {
  return defineEndpoint<Order, Receipts>({
    name: operation,
    method: "POST",
    path: "/orders",
    input: schemaFor<Order>()(() =>
      z.strictObject({
        orders: z.array(
          z.strictObject({ reference: z.optional(z.string().check(z.maxLength(20))), person: z.string() }),
        ),
      }),
    ),
    output: schemaFor<Receipts>()(() => z.array(z.strictObject({ id: z.int() }))),
    errors: {},
    effect: "create",
    cost: "billed",
    body: "orders",
    creates: "id",
    complete: ({ orders }, reference) => ({
      orders: orders.map((one) => ({ ...one, reference: one.reference ?? reference() })),
    }),
    elements: ({ orders }) => orders.map((content) => ({ reference: content.reference, content })),
    ...(find === undefined ? {} : { lookup: { reference: ({ orders }: Order) => orders[0]?.reference, find } }),
  });
}

/** A vendor that answers in turn; the last answer goes on. */
function world(answers: (() => Response | Promise<Response>)[], more: Partial<IntentsOptions> = {}) {
  const store = more.store ?? new MemoryStore();
  const intents = createIntents({ ...more, store });
  const sent: unknown[] = [];
  const client = (options: Partial<KeyClientOptions> = {}) =>
    keyTransport(
      { vendor, environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) },
      {
        baseUrl: "https://vendor.test",
        apiKey: "a-key",
        intents,
        send: async ({ body }) => {
          sent.push(JSON.parse(body as string));
          return await (answers[Math.min(sent.length, answers.length) - 1] ?? (() => Response.error()))();
        },
        ...options,
      },
    );
  const order = async (
    references: readonly (string | undefined)[],
    options: RequestOptions & { person?: string; find?: () => Promise<Found<Receipts>> } = {},
  ): Promise<Receipts> => {
    const { person = "Zoë", find, ...rest } = options;
    return await client().request(
      endpoint(find),
      { orders: references.map((reference) => (reference === undefined ? { person } : { reference, person })) },
      rest,
    );
  };
  return { store, intents, sent, client, order };
}

async function failed(call: Promise<unknown>): Promise<SdkError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isSdkError(error)) throw new Error("no failure of ours", { cause: error });
  return error;
}

const ok =
  (...ids: number[]) =>
  () =>
    Response.json(ids.map((id) => ({ id })));
const status = (code: number) => () => Response.json({}, { status: code });
const reset = (): Response => {
  throw Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNRESET" } });
};
const refused = (): Response => {
  throw Object.assign(new TypeError("fetch failed"), { cause: { code: "ENOTFOUND" } });
};

describe("a billed call with a reference", () => {
  test("is done once: the second one sends nothing and tells the id", async () => {
    const { order, sent, intents } = world([ok(7)]);
    expect(await order(["a"])).toEqual([{ id: 7 }]);
    const error = await failed(order(["a"]));
    expect(error).toMatchObject({ code: "intent_done", outcome: "not_sent", ids: [7], attempts: 0 });
    expect(sent).toHaveLength(1);
    expect(await intents.read(key("a"))).toMatchObject({ state: "done", ids: [7] });
  });

  test("is made by one of 50 that begin at once", async () => {
    const { order, sent } = world([
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return Response.json([{ id: 7 }]);
      },
    ]);
    const all = await Promise.allSettled(Array.from({ length: 50 }, async () => await order(["a"])));
    expect(sent).toHaveLength(1);
    const codes = all.map((one) => (one.status === "fulfilled" ? "done" : (one.reason as SdkError).code));
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
    expect(codes.filter((code) => code === "intent_in_flight")).toHaveLength(49);
  });

  test("is refused with another input", async () => {
    const { order, sent } = world([ok(7)]);
    await order(["a"]);
    expect(await failed(order(["a"], { person: "Ann" }))).toMatchObject({
      code: "intent_mismatch",
      outcome: "not_sent",
    });
    expect(sent).toHaveLength(1);
  });

  test("may be tried again when nothing left, or the vendor refused", async () => {
    const { order, sent, intents } = world([refused, refused, refused, status(422), ok(7)]);
    expect(await failed(order(["a"]))).toMatchObject({ outcome: "not_sent" });
    expect(await intents.read(key("a"))).toMatchObject({ state: "abandoned" });
    expect(await failed(order(["a"]))).toMatchObject({ outcome: "rejected" });
    expect(await order(["a"], { person: "Ann" })).toEqual([{ id: 7 }]);
    expect(sent).toHaveLength(5);
  });

  test("stays closed while nobody knows, without a look-up", async () => {
    const { order, sent, intents } = world([reset, ok(7)]);
    expect(await failed(order(["a"]))).toMatchObject({ code: "outcome_unknown" });
    const error = await failed(order(["a"]));
    expect(error).toMatchObject({ code: "intent_in_flight", canReconcile: false });
    await expect((error as IntentInFlightError).reconcile()).rejects.toBe(error);
    expect(await intents.read(key("a"))).toMatchObject({ state: "unknown", ids: [] });
    expect(sent).toHaveLength(1);
  });

  test("is free again after a person said that nothing was created, and done after one said that it was", async () => {
    const { order, intents } = world([reset, ok(7)]);
    await failed(order(["a"]));
    expect(await intents.abandon(key("a"))).toBe(true);
    expect(await intents.abandon(key("a"))).toBe(false);
    expect(await order(["a"])).toEqual([{ id: 7 }]);
    expect(await intents.abandon(key("a"))).toBe(false);
    expect(await intents.settle({ vendor, operations: [operation], reference: "b", ids: [8] })).toBe(false);
  });

  test("is settled by a callback, even after it was given up", async () => {
    const { order, intents, sent } = world([reset]);
    await failed(order(["a"]));
    await intents.abandon(key("a"));
    const proof = { vendor, operations: ["other", operation], reference: "a", ids: [7] };
    expect(await intents.settle(proof)).toBe(true);
    expect(await intents.settle(proof)).toBe(false);
    expect(await intents.settle(undefined)).toBe(false);
    expect(await failed(order(["a"]))).toMatchObject({ code: "intent_done", ids: [7] });
    expect(sent).toHaveLength(1);
  });

  test("is done when it was created and its answer cannot be read", async () => {
    const { order, intents } = world([() => new Response('[{"id":7}, {"id"', { status: 200 })]);
    expect(await failed(order(["a"]))).toMatchObject({ outcome: "created_unreadable", createdIds: [7] });
    expect(await intents.read(key("a"))).toMatchObject({ state: "done", ids: [7] });
  });

  test("stays unknown when it was created and no id can be read, until it is looked up", async () => {
    const { order, intents } = world([() => new Response("", { status: 200 })]);
    const error = await failed(order(["a"], { find: async () => ({ kind: "one", value: [{ id: 7 }] }) }));
    expect(error).toMatchObject({ outcome: "created_unreadable", canReconcile: true });
    expect(await intents.read(key("a"))).toMatchObject({ state: "unknown" });
    if (!isReconcilable(error)) throw error;
    expect(await error.reconcile()).toEqual({ status: "created", value: [{ id: 7 }] });
    expect(await intents.read(key("a"))).toMatchObject({ state: "done", ids: [7] });
  });

  test("is not kept longer than its time", async () => {
    let now = 0;
    const { order, sent } = world([ok(7)], { store: new MemoryStore({ now: () => now }), ttlMs: 1000 });
    await order(["a"]);
    now = 1001;
    await order(["a"]);
    expect(sent).toHaveLength(2);
  });
});

describe("the reference", () => {
  test("has to be given: one that is made is lost with its process", async () => {
    const { order, sent } = world([ok(7)]);
    expect(await failed(order([undefined]))).toMatchObject({
      code: "invalid_input",
      issues: [{ path: "options.reference", code: "missing" }],
    });
    expect(sent).toEqual([]);
  });

  test("may be given beside the input, and is sent where the input leaves one out", async () => {
    const { order, sent, intents } = world([ok(7), ok(8, 9)]);
    await order([undefined], { reference: "job-1" });
    await order(["own", undefined], { reference: "job-2" });
    expect(sent).toEqual([
      [{ reference: "job-1", person: "Zoë" }],
      [
        { reference: "own", person: "Zoë" },
        { reference: "job-2#0", person: "Zoë" },
      ],
    ]);
    expect(await intents.read(key("job-1"))).toMatchObject({ ids: [7] });
    expect(await intents.read(key("job-2#1"))).toMatchObject({ ids: [9] });
  });

  test("that becomes too long for the vendor sends nothing", async () => {
    const { order, sent } = world([ok(7)]);
    expect(await failed(order([undefined], { reference: "x".repeat(21) }))).toMatchObject({ code: "invalid_input" });
    expect(sent).toEqual([]);
  });
});

describe("a batch", () => {
  test("is claimed as a whole or not at all, element by element", async () => {
    const { order, sent, intents } = world([ok(1, 2), ok(3)]);
    await order(["a", "b"]);
    expect(await failed(order(["b", "c"]))).toMatchObject({ code: "intent_done", ids: [2] });
    expect(await intents.read(key("c"))).toBeUndefined();
    expect(await order(["c"])).toEqual([{ id: 3 }]);
    expect(sent).toHaveLength(2);
  });

  test("of which a part was created leaves the rest free", async () => {
    const { order, intents } = world([reset]);
    const found: Found<Receipts> = { kind: "some", value: [undefined, { id: 2 }] };
    const error = await failed(order(["a", "b"], { find: async () => found }));
    if (!isReconcilable(error)) throw error;
    expect(await error.reconcile({ settleMs: 0 })).toMatchObject({ status: "partly_created" });
    expect(await intents.read(key("a"))).toMatchObject({ state: "abandoned" });
    expect(await intents.read(key("b"))).toMatchObject({ state: "done", ids: [2] });
  });

  test("whose answer tells fewer ids than elements stays unknown", async () => {
    const { order, intents } = world([() => new Response('[{"id":7}, {"id"', { status: 200 })]);
    await failed(order(["a", "b"]));
    expect(await intents.read(key("a"))).toMatchObject({ state: "unknown" });
  });
});

describe("after a crash", () => {
  /** What a process leaves that dies between the send and the answer. */
  async function crashed(find: () => Promise<Found<Receipts>>) {
    const { store, ...rest } = world([ok(8)]);
    const dying = world([async () => await new Promise<never>(() => undefined)], { store });
    void dying.order(["a"], { timeout: 200, find }).catch(() => undefined);
    while (dying.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    return { store, ...rest };
  }

  test("the same call finds its intent and looks the record up", async () => {
    const { order, intents, sent } = await crashed(async () => ({ kind: "none" }));
    const error = await failed(order(["a"], { find: async () => ({ kind: "one", value: [{ id: 7 }] }) }));
    expect(error).toMatchObject({ code: "intent_in_flight", canReconcile: true });
    expect(await (error as IntentInFlightError).reconcile()).toEqual({ status: "created", value: [{ id: 7 }] });
    expect(await intents.read(key("a"))).toMatchObject({ state: "done", ids: [7] });
    expect(sent).toEqual([]);
  });

  test("it is free when nothing was created, and whoever settled it in between is right", async () => {
    const { order, intents, sent } = await crashed(async () => ({ kind: "none" }));
    const first = (await failed(order(["a"], { find: async () => ({ kind: "never" }) }))) as IntentInFlightError;
    const second = (await failed(order(["a"], { find: async () => ({ kind: "never" }) }))) as IntentInFlightError;
    expect(await second.reconcile()).toEqual({ status: "not_created" });
    expect(await order(["a"])).toEqual([{ id: 8 }]);
    // What the first finds out is about a call that is over: it must not open the new one's reference.
    await first.reconcile();
    expect(await intents.read(key("a"))).toMatchObject({ state: "done", ids: [8] });
    expect(sent).toHaveLength(1);
  });

  test("resolve: auto goes on by itself", async () => {
    const { order, intents } = await crashed(async () => ({ kind: "none" }));
    expect(await order(["a"], { resolve: "auto", find: async () => ({ kind: "never" }) })).toEqual([{ id: 8 }]);
    expect(await intents.read(key("a"))).toMatchObject({ state: "done", ids: [8] });
  });

  test("what the look-up noted before the send is there for the next process", async () => {
    const store = new MemoryStore();
    const noted: unknown[] = [];
    const withNote: Endpoint<Order, Receipts> = defineEndpoint({
      ...endpoint(),
      lookup: {
        before: async () => [1, 2, 3],
        find: async (_input, context) => {
          noted.push(context.noted, context.lastSentAt! > context.startedAt);
          return { kind: "one", value: [{ id: 7 }] };
        },
      },
    });
    const dying = world([async () => await new Promise<never>(() => undefined)], { store });
    const input = { orders: [{ reference: "a", person: "Zoë" }] };
    void dying
      .client()
      .request(withNote, input, { timeout: 200 })
      .catch(() => undefined);
    while (dying.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const next = world([ok(8)], { store });
    expect(await next.client().request(withNote, input, { resolve: "auto" })).toEqual([{ id: 7 }]);
    expect(noted).toEqual([[1, 2, 3], true]);
  });
});

describe("the store", () => {
  test("that fails keeps the call from being sent", async () => {
    const broken: Store = Object.assign(new MemoryStore(), {
      putIfAbsent: async () => await Promise.reject(new Error("down")),
    });
    const { order, sent } = world([ok(7)], { store: broken });
    expect(await failed(order(["a"]))).toMatchObject({ code: "store", outcome: "not_sent" });
    expect(sent).toEqual([]);
  });

  test("that fails after the send does not make the call fail; the hook hears of it", async () => {
    const store = new MemoryStore();
    const heard: unknown[] = [];
    const { client } = world([ok(7)], {
      store: {
        get: async (of) => await store.get(of),
        putIfAbsent: async (of, value, ttl) => await store.putIfAbsent(of, value, ttl),
        compareAndSet: async () => await Promise.reject(new Error("down")),
        delete: async (of) => await store.delete(of),
      },
    });
    const input = { orders: [{ reference: "a", person: "Zoë" }] };
    const hooks = { onHookError: (error: unknown) => heard.push(error) };
    expect(await client({ hooks }).request(endpoint(), input)).toEqual([{ id: 7 }]);
    expect(heard).toEqual([new Error("down")]);
  });

  test("that answers after the call has ended does not keep the reference", async () => {
    const memory = new MemoryStore();
    const slow: Store = {
      get: async (of) => await memory.get(of),
      putIfAbsent: async (of, value, ttl) => {
        await new Promise((resolve) => setTimeout(resolve, 60));
        return await memory.putIfAbsent(of, value, ttl);
      },
      compareAndSet: async (of, from, to, ttl) => await memory.compareAndSet(of, from, to, ttl),
      delete: async (of) => await memory.delete(of),
    };
    const { order, sent, intents } = world([ok(7)], { store: slow });
    expect(await failed(order(["a"], { timeout: 20 }))).toMatchObject({ code: "timeout", outcome: "not_sent" });
    await expect.poll(async () => (await intents.read(key("a")))?.state).toBe("abandoned");
    expect(sent).toEqual([]);
  });

  test("holds references and digests, and nothing of the input", async () => {
    const written: string[] = [];
    const memory = new MemoryStore();
    const { order } = world([ok(7)], {
      store: {
        get: async (of) => await memory.get(of),
        putIfAbsent: async (of, value, ttl) => {
          written.push(of, value);
          return await memory.putIfAbsent(of, value, ttl);
        },
        compareAndSet: async (of, from, to, ttl) => {
          written.push(to);
          return await memory.compareAndSet(of, from, to, ttl);
        },
        delete: async (of) => await memory.delete(of),
      },
    });
    await order(["a"], { person: "Zoë Quartermain" });
    expect(written.join()).not.toContain("Quartermain");
    expect(JSON.parse(written[1] ?? "")).toMatchObject({
      reference: "a",
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

test("an error of an intent prints neither reference nor hash", async () => {
  const { order } = world([ok(7)]);
  await order(["secret-ref"]);
  const error = await failed(order(["secret-ref"]));
  expect(JSON.stringify(error)).not.toContain("secret-ref");
  expect(String(error.stack)).not.toContain("secret-ref");
  expect((error as IntentInFlightError).intents).toMatchObject([{ reference: "secret-ref", state: "done" }]);
});
