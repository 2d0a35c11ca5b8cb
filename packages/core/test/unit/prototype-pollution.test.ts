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
    name: "pokeThing",
    method: "POST",
    path: "/things/{thing_id}/{label}",
    effect: "replace",
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

/** What `fetch` reads of its options. */
const members = [
  "method",
  "headers",
  "body",
  "referrer",
  "referrerPolicy",
  "mode",
  "credentials",
  "cache",
  "redirect",
  "integrity",
  "keepalive",
  "priority",
  "window",
] as const;

/** A request as it goes over the wire, and whether the runtime would follow a redirect. */
interface Arrived {
  /** Names of the options that `fetch` was given beside a URL. */
  readonly members: readonly string[];
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly redirect: string;
}

/** Makes a call with a stub in place of the network, and returns every request that arrived. */
async function requests(
  send: KeyClientOptions["send"],
  endpoint: Endpoint<Input, unknown>,
  whileItRuns: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<Arrived[]> {
  const arrived: [input: Request | URL | string, init: RequestInit][] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    // Read by name and now, through the prototype, as a runtime does.
    const read = members.flatMap((name) => (init[name] === undefined ? [] : [[name, init[name]]]));
    arrived.push([input instanceof Request ? input.clone() : input, Object.fromEntries(read)]);
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
    await keyTransport(parts, options)
      .request(endpoint, input)
      .catch(() => undefined);
  });
  return await Promise.all(
    arrived.map(async ([input, init]) => {
      const request = new Request(input, init);
      return {
        members: Object.keys(init),
        method: request.method,
        url: request.url,
        headers: [...request.headers],
        body: await request.text(),
        redirect: request.redirect,
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

const evil = "https://evil.test/";

/** Names of options of ours, of ky and of fetch, each with the value that would do most harm. */
const plants: Readonly<Record<string, unknown>> = {
  allowInsecureHttp: true,
  apiKey: "evil",
  attempts: 9,
  authorization: "evil",
  baseUrl: evil,
  beforeRequest: ["evil"],
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
  hooks: { beforeRequest: ["evil"], onRequest: "evil" },
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

/** What came of each call, by sender and by what was planted. */
const seen = new Map<string, unknown>();
const clean = new Map<string, unknown>();

// All at once and before the first test: a plant would steer the test runner as well while it reports.
beforeAll(async () => {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const everyRequest = async (
    send: KeyClientOptions["send"],
    planted: Readonly<Record<string, unknown>>,
  ): Promise<unknown> => {
    const arrived: unknown[] = [];
    for (const endpoint of endpoints) arrived.push(await requests(send, endpoint, planting(planted)));
    return arrived;
  };
  for (const { name, send } of senders) {
    clean.set(name, await everyRequest(send, {}));
    for (const plant of Object.keys(plants))
      seen.set(`${name} ${plant}`, await everyRequest(send, { [plant]: plants[plant] }));
    seen.set(`${name} all`, await everyRequest(send, plants));
  }
}, 30_000);

/** Plants on which ky or the runtime itself stumbles: the call fails, and what does not leave is not steered. */
const stumbling: Readonly<Record<string, readonly string[]>> = { ky: ["beforeRequest", "hooks", "mode", "all"] };
/** Plants that ky obeys although it is given the option. Each is to be taken off this list once it does not any more. */
const obeyed: Readonly<Record<string, readonly string[]>> = { ky: ["body", "searchParams"] };

describe.each(senders)(
  "what is planted on Object.prototype does not steer a request sent by $name",
  ({ name, send }) => {
    const names = [...Object.keys(plants), "all"];
    const stumbles = (plant: string): boolean => stumbling[name]?.includes(plant) ?? false;
    const obeys = (plant: string): boolean => obeyed[name]?.includes(plant) ?? false;

    test.each(names.filter((plant) => !stumbles(plant) && !obeys(plant)))("%s", (plant) => {
      expect(seen.get(`${name} ${plant}`)).toEqual(clean.get(name));
    });

    test.each(names.filter(stumbles))("%s, which may stop it", (plant) => {
      const arrived = seen.get(`${name} ${plant}`) as unknown[];
      const wanted = clean.get(name) as unknown[];
      expect(arrived).toHaveLength(wanted.length);
      arrived.forEach((one, at) => expect([wanted[at], []]).toContainEqual(one));
    });

    test.fails.each(names.filter(obeys))("%s", (plant) => {
      expect(seen.get(`${name} ${plant}`)).toEqual(clean.get(name));
    });

    test("a request without plants is this one", async () => {
      const create = endpoints.find((endpoint) => endpoint.name === "createThing");
      expect(create && (await requests(send, create, planting({})))).toMatchObject([
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
  },
);

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
