import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { type KeyClientOptions, type KeyClientParts, keyTransport } from "../../src/configure.js";
import { defineEndpoint, type Endpoint } from "../../src/endpoint.js";
import { parseJson } from "../../src/json/parse.js";
import { schemaFor } from "../../src/schema.js";
import { sendWithFetch } from "../../src/send/fetch.js";
import { sendWithKy } from "../../src/send/ky.js";

interface Input {
  thing_id: number;
  label: string;
}
const inputSchema = schemaFor<Input>()(() => z.strictObject({ thing_id: z.int(), label: z.string() }));
const outputSchema = schemaFor<unknown>()(() => z.unknown());
const facts = { input: inputSchema, output: outputSchema, errors: {}, effect: "read", cost: "free" } as const;
const endpoints: readonly Endpoint<Input, unknown>[] = [
  defineEndpoint<Input, unknown>({ ...facts, name: "getThing", method: "GET", path: "/things/{thing_id}" }),
  defineEndpoint<Input, unknown>({
    ...facts,
    name: "findThing",
    method: "POST",
    path: "/things/{thing_id}",
    effect: "query",
  }),
  defineEndpoint<Input, unknown>({
    ...facts,
    name: "createThing",
    method: "POST",
    path: "/things",
    effect: "create",
    cost: "billed",
  }),
  defineEndpoint<Input, unknown>({
    ...facts,
    name: "dropThing",
    method: "DELETE",
    path: "/things/{thing_id}",
    effect: "replace",
  }),
];
const parts: KeyClientParts = {
  vendor: "vendor",
  environments: { sandbox: "https://sandbox.vendor.test/v1" },
  keyHeader: "x-api-key",
  readRefusal: () => ({}),
};
const senders = [
  { name: "ky", send: sendWithKy },
  { name: "fetch", send: sendWithFetch },
];

/** A request as it would go over the wire, with everything about it that a runtime would obey. */
interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly redirect: string;
  readonly credentials: string;
  readonly cache: string;
  readonly keepalive: boolean;
  readonly integrity: string;
  readonly mode: string;
  readonly referrer: string;
}

/** Makes a call with a stub in place of the network, and returns every request that arrived. */
async function requests(
  send: KeyClientOptions["send"],
  endpoint: Endpoint<Input, unknown>,
  whileItRuns: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<Arrived[]> {
  const seen: Parameters<typeof globalThis.fetch>[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    seen.push([input instanceof Request ? input.clone() : input, init]);
    return new Response('{"ok":true}', { headers: [["content-type", "application/json"]] });
  };
  await whileItRuns(async () => {
    const options = Object.assign(Object.create(null) as KeyClientOptions, {
      environment: "sandbox",
      apiKey: "key-1",
      fetch,
      send,
    });
    const input = Object.assign(Object.create(null) as Input, { thing_id: 7, label: "x y" });
    return await keyTransport(parts, options).request(endpoint, input);
  });
  return await Promise.all(
    seen.map(async ([input, init]) => {
      const request = new Request(input, init);
      return {
        method: request.method,
        url: request.url,
        headers: [...request.headers],
        body: await request.text(),
        redirect: request.redirect,
        credentials: request.credentials,
        cache: request.cache,
        keepalive: request.keepalive,
        integrity: request.integrity,
        mode: request.mode,
        referrer: request.referrer,
      };
    }),
  );
}

/** Runs with values planted on `Object.prototype`, as a careless merge anywhere in a program leaves them. */
function planting(planted: Readonly<Record<string, unknown>>): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => {
    const names = Object.keys(planted);
    try {
      for (const name of names)
        Object.defineProperty(Object.prototype, name, {
          value: planted[name],
          configurable: true,
          enumerable: true,
          writable: true,
        });
      return await work();
    } finally {
      for (const name of names) delete (Object.prototype as Record<string, unknown>)[name];
    }
  };
}

const untouched = async <T>(work: () => Promise<T>): Promise<T> => await work();
const evil = "https://evil.test/";

/** Names of options of ours, of ky and of fetch, each with the value that would do most harm. */
const plants: Readonly<Record<string, unknown>> = {
  allowInsecureHttp: true,
  apiKey: "evil",
  attempts: 9,
  authorization: "evil",
  baseUrl: evil,
  beforeRequest: [() => new Response("{}")],
  body: "evil",
  cache: "force-cache",
  complete: () => ({ thing_id: 666, label: "evil" }),
  contentType: "text/evil",
  context: { evil: 1 },
  credentials: "include",
  dangerouslyAllowBrowser: true,
  decisive: ["ok"],
  dispatcher: { dispatch: () => true },
  duplex: "half",
  encode: { label: async () => ({ value: "evil" }) },
  encoding: "multipart",
  environment: "evil",
  environments: { sandbox: evil },
  hooks: { beforeRequest: [() => new Response("{}")], onRequest: () => undefined },
  inferred: { getThing: "/evil" },
  init: { method: "PUT" },
  integrity: "sha256-evil",
  json: { evil: 1 },
  keepalive: true,
  keyHeader: "evil",
  limit: 1,
  lookup: { find: () => ({ kind: "never" }) },
  maxResponseBytes: 1,
  mode: "no-cors",
  onDownloadProgress: () => undefined,
  onDrift: () => undefined,
  onHookError: () => undefined,
  onRawResponse: () => undefined,
  onRequest: () => undefined,
  onUploadProgress: () => undefined,
  origin: evil,
  parseJson: () => "evil",
  password: "evil",
  path: "/evil",
  paths: { getThing: "/evil", createThing: "/evil" },
  prefix: evil,
  prefixUrl: evil,
  priority: "high",
  query: ["label"],
  redirect: "follow",
  referrer: evil,
  referrerPolicy: "unsafe-url",
  refusal: () => ({ code: 1 }),
  resend: "never",
  resendUnsent: true,
  responseValidation: "strict",
  retry: { limit: 9 },
  search: "?evil",
  searchParams: { evil: "1" },
  send: async () => new Response("{}"),
  settleMs: 0,
  stringifyJson: () => "evil",
  throwHttpErrors: true,
  timeout: 0,
  toJSON: "evil",
  totalTimeout: 1,
  username: "evil",
  wake: { subscribe: () => () => undefined },
};

// Whatever is loaded at the first call is loaded now: what a plant does to a module loader is no matter of ours.
beforeAll(async () => {
  for (const { send } of senders) for (const endpoint of endpoints) await requests(send, endpoint, untouched);
});

describe.each(senders)("what is planted on Object.prototype does not steer a request sent by $name", ({ send }) => {
  test.each(Object.keys(plants))("%s", async (name) => {
    for (const endpoint of endpoints)
      expect(await requests(send, endpoint, planting({ [name]: plants[name] }))).toEqual(
        await requests(send, endpoint, untouched),
      );
  });

  test("all of them at once", async () => {
    for (const endpoint of endpoints)
      expect(await requests(send, endpoint, planting(plants))).toEqual(await requests(send, endpoint, untouched));
  });

  test("a request without plants is this one", async () => {
    const [, , create] = endpoints;
    expect(create && (await requests(send, create, untouched))).toMatchObject([
      {
        method: "POST",
        url: "https://sandbox.vendor.test/v1/things",
        headers: [
          ["accept", "application/json"],
          ["content-type", "application/json"],
          ["x-api-key", "key-1"],
        ],
        body: '{"thing_id":7,"label":"x y"}',
        redirect: "manual",
      },
    ]);
  });
});

test("more than 60 names were planted, and none is left", () => {
  expect(Object.keys(plants).length).toBeGreaterThan(60);
  expect(Object.keys(plants).filter((name) => name in {})).toEqual([]);
});

describe("what a vendor sends does not reach Object.prototype", () => {
  const clean = Reflect.ownKeys(Object.prototype);
  const names = fc.constantFrom("__proto__", "constructor", "prototype", "a", "toString");
  const { body } = fc.letrec((tie) => ({
    body: fc.oneof(
      { depthSize: "small" },
      fc.string({ maxLength: 3 }),
      fc.integer(),
      fc.array(tie("body"), { maxLength: 3 }),
      tie("object"),
    ),
    object: fc.array(fc.tuple(names, tie("body")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  }));

  /** Whether a value and everything in it has the prototype that a literal has. */
  function plain(value: unknown): boolean {
    if (typeof value !== "object" || value === null) return true;
    const prototype: unknown = Object.getPrototypeOf(value);
    return (
      (Array.isArray(value) ? prototype === Array.prototype : prototype === Object.prototype) &&
      Object.values(value).every((one) => plain(one))
    );
  }

  test("when it is parsed", () => {
    fc.assert(
      fc.property(body, (value) => {
        expect(plain(parseJson(JSON.stringify(value), ["__proto__", "constructor"]))).toBe(true);
        expect(Reflect.ownKeys(Object.prototype)).toEqual(clean);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(senders)("when it comes as an answer through $name", async ({ send }) => {
    const [endpoint] = endpoints;
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(200, 400), async (value, status) => {
        const transport = keyTransport(
          { ...parts, readRefusal: (refusal) => ({ message: String((refusal as { a?: unknown } | null)?.a) }) },
          { environment: "sandbox", apiKey: "key-1", send, fetch: async () => Response.json(value, { status }) },
        );
        const result: unknown = await transport
          .request(endpoint as never, { thing_id: 7, label: "x" } as never)
          .catch(() => undefined);
        expect(plain(result)).toBe(true);
        expect(Reflect.ownKeys(Object.prototype)).toEqual(clean);
        expect(({} as { polluted?: unknown; a?: unknown }).a).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});
