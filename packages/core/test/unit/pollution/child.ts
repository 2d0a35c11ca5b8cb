import * as z from "zod/mini";
import {
  defineEndpoint,
  type Endpoint,
  type KeyClientOptions,
  type KeyClientParts,
  keyTransport,
  schemaFor,
  sendWithFetch,
  sendWithKy,
} from "@x/core";

// Runs alone, on the built package: what it plants would steer a test runner as well.

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
  const arrived: [request: Request, members: string[]][] = [];
  const fetch: typeof globalThis.fetch = async (input, given) => {
    const init: RequestInit = given ?? (Object.create(null) as RequestInit);
    // Read by name and now, through the prototype, as a runtime does.
    const read = members.flatMap((name) => (init[name] === undefined ? [] : [[name, init[name]]]));
    // Node copies the options into a literal of its own first, and reads that one through the prototype.
    const request = new Request(input instanceof Request ? input.clone() : input, init);
    arrived.push([request, read.map(([name]) => name as string)]);
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
    arrived.map(async ([request, read]) => {
      return {
        members: read,
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
  concurrency: 0,
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
  fetch: "evil",
  form: () => ({ contentType: "text/evil", size: 4, open: () => "evil" }),
  headers: { "x-evil": "1" },
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
  method: "PUT",
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
  rateLimit: { take: async () => await new Promise(() => undefined) },
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
  signal: "evil",
  stringifyJson: () => "evil",
  throwHttpErrors: true,
  timeout: 0,
  toJSON: "evil",
  totalTimeout: 1,
  username: "evil",
  wake: { subscribe: () => () => undefined },
};

/** What came of each call, by sender and by what was planted. */

async function everyRequest(
  send: KeyClientOptions["send"],
  planted: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const arrived: unknown[] = [];
  for (const endpoint of endpoints) arrived.push(await requests(send, endpoint, planting(planted)));
  return arrived;
}

const seen: Record<string, unknown> = {};
for (const { name, send } of senders) {
  seen[`${name} clean`] = await everyRequest(send, {});
  for (const plant of Object.keys(plants))
    seen[`${name} ${plant}`] = await everyRequest(send, { [plant]: plants[plant] });
  seen[`${name} all`] = await everyRequest(send, plants);
}
const names = Object.keys(plants);
console.log(JSON.stringify({ names, seen, left: names.filter((name) => name in {}) }));
