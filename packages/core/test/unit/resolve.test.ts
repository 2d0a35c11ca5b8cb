import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type AnyEndpoint,
  type Found,
  keyTransport,
  type OutgoingRequest,
  type RequestOptions,
} from "../../src/index.js";
import { sendWithFetch } from "../../src/send/fetch.js";
import { sendWithKy } from "../../src/send/ky.js";
import { contract } from "./contract.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] }));
afterEach(() => void vi.useRealTimers());

const minute = 60_000;

/** A create whose answers are `lost` or not, and whose look-up finds what it is told to. */
function world(answers: readonly ("lost" | "ok" | "unreadable")[], find: (secondsIn: number) => Found<unknown>) {
  const began = Date.now();
  const bodies: string[] = [];
  const looks: number[] = [];
  const transport = keyTransport(
    { vendor: "vendor", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) },
    {
      baseUrl: "https://vendor.test",
      apiKey: "a-key",
      send: async ({ body }) => {
        const answer = answers[bodies.push(body as string) - 1];
        if (answer === "lost") throw Object.assign(new TypeError("x"), { code: "ECONNRESET" });
        return new Response(answer === "ok" ? '{"id":7}' : "<html>");
      },
    },
  );
  const order = contract({
    name: "orderThing",
    method: "POST",
    path: "/orders",
    effect: "create",
    cost: "billed",
    creates: "id",
    complete: (input: object, reference: () => string) => ({ reference: reference(), ...input }),
    lookup: {
      reference: (input: { reference: string }) => input.reference,
      find: async () => {
        const seconds = Math.round((Date.now() - began) / 1000);
        looks.push(seconds);
        return find(seconds) as Found<never>;
      },
    },
  } as unknown as Partial<AnyEndpoint>);
  const call = async (options: RequestOptions = { resolve: "auto" }): Promise<unknown> =>
    await transport.request(order as never, {} as never, options).catch((error: unknown) => error);
  return { call, bodies, looks };
}

async function within<T>(ms: number, call: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(ms);
  return await Promise.race([call, Promise.reject(new Error(`not over within ${ms} ms`))]);
}

describe("resolve: auto", () => {
  test("returns what the look-up found, as if the answer had come", async () => {
    const { call, bodies } = world(["lost"], (at) => (at < 3 ? { kind: "none" } : { kind: "one", value: { id: 9 } }));
    expect(await within(5000, call())).toEqual({ id: 9 });
    expect(bodies).toHaveLength(1);
  });

  test("sends once more, with the same reference, when nothing came of it in the settle window", async () => {
    const { call, bodies, looks } = world(["lost", "ok"], () => ({ kind: "none" }));
    expect(await within(7 * minute, call())).toEqual({ id: 7 });
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
    expect(looks.at(-1)).toBe(360);
  });

  test("does the same after a page in place of an answer", async () => {
    const { call, bodies } = world(["unreadable", "ok"], () => ({ kind: "none" }));
    expect(await within(7 * minute, call())).toEqual({ id: 7 });
    expect(bodies).toHaveLength(2);
  });

  test("never sends a third time", async () => {
    const { call, bodies } = world(["lost", "lost", "ok"], () => ({ kind: "none" }));
    expect(await within(14 * minute, call())).toMatchObject({ code: "outcome_unknown" });
    expect(bodies).toHaveLength(2);
  });

  test.each<[string, Found<unknown>, string]>([
    ["proves nothing", { kind: "unclear" }, "outcome_unknown"],
    ["finds a part", { kind: "some", value: [undefined] as never }, "outcome_unknown"],
    ["finds several", { kind: "several", ids: [1, 2] }, "duplicate_detected"],
  ])("leaves it to the caller when the look-up %s", async (_, found, code) => {
    const { call, bodies } = world(["lost", "ok"], () => found);
    expect(await within(7 * minute, call())).toMatchObject({ code });
    expect(bodies).toHaveLength(1);
  });

  test("is ended by the caller's signal, also while it looks", async () => {
    const caller = new AbortController();
    const { call, bodies } = world(["lost", "ok"], () => ({ kind: "none" }));
    const calling = call({ resolve: "auto", signal: caller.signal });
    await vi.advanceTimersByTimeAsync(2000);
    caller.abort();
    expect(await within(10, calling)).toMatchObject({ code: "aborted", outcome: "unknown" });
    expect(bodies).toHaveLength(1);
  });

  test("is not done unasked", async () => {
    const { call, looks } = world(["lost"], () => ({ kind: "none" }));
    expect(await within(10, call({}))).toMatchObject({ code: "outcome_unknown", canReconcile: true });
    expect(looks).toEqual([]);
  });
});

test("a late commit is waited for from the last send, not from the first", async () => {
  let sends = 0;
  const transport = keyTransport(
    { vendor: "vendor", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) },
    {
      baseUrl: "https://vendor.test",
      apiKey: "a-key",
      send: async () => {
        if (++sends === 1) return Response.json({}, { status: 429, headers: { "retry-after": "20" } });
        throw Object.assign(new TypeError("x"), { code: "ECONNRESET" });
      },
    },
  );
  const order = contract({
    method: "POST",
    path: "/o",
    effect: "create",
    lookup: { find: async () => ({ kind: "none" }) },
  });
  const began = Date.now();
  const error = transport.request(order as never, {} as never).catch((thrown: unknown) => thrown);
  await vi.advanceTimersByTimeAsync(20_000);
  const reconciling = ((await error) as { reconcile(): Promise<unknown> }).reconcile();
  let over = 0;
  void reconciling.then(() => (over = Date.now() - began));
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(await reconciling).toEqual({ status: "not_created" });
  expect(over).toBe(380_000);
});

describe("on Deno, which sends a POST again by itself", () => {
  const made: unknown[] = [];
  const global = globalThis as { Deno?: unknown };
  beforeEach(() => {
    vi.useRealTimers();
    global.Deno = { createHttpClient: (options: unknown) => made.push(options) && { unpooled: true } };
  });
  afterEach(() => delete global.Deno);

  test.each([
    ["ky", sendWithKy],
    ["fetch", sendWithFetch],
  ])("what may arrive once only goes out on a connection that is not kept, by %s", async (_, send) => {
    const inits: (RequestInit & { client?: unknown })[] = [];
    const request: OutgoingRequest = {
      url: "https://vendor.test/o",
      method: "POST",
      headers: new Headers(),
      body: "{}",
      signal: new AbortController().signal,
      fetch: async (_input, init) => {
        inits.push(init ?? {});
        return Response.json({});
      },
    };
    await send({ ...request, once: true });
    await send(request);
    expect(inits[0]?.client).toEqual({ unpooled: true });
    expect(inits[1]?.client).toBeUndefined();
    expect(made).toEqual([{ poolMaxIdlePerHost: 0 }]);
  });
});
