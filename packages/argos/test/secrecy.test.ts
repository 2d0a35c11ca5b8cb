import { Console } from "node:console";
import { Writable } from "node:stream";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { findCanaries } from "@x/core/testing";
import { ArgosClient } from "../src/client.js";
import { sendWithFetch } from "@x/core";
import { fixtures } from "../src/testing/fixtures/index.js";

const apiKey = "canary-KEY-7f3a9b2c-0123456789abcdefghij";
const person = {
  name: "金絲雀小姐",
  id: "A298765431",
  email: "canary-person@example.com",
  birthday: "1971-02-13",
  image: "canary-image-bytes-55aa",
  reference: "canary-reference-0001",
};
const canaries = [
  { name: "key", value: apiKey },
  { name: "name", value: person.name },
  { name: "id number", value: person.id },
  { name: "image", value: person.image },
  { name: "birthday", value: person.birthday },
  { name: "email", value: person.email },
  { name: "reference", value: person.reference },
];

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new TextEncoder().encode(person.image)]);
const everything = JSON.stringify({ ...person, apiKey, [person.name]: person.id });

/** The fixture's input with a person of ours in every field that may hold one. */
function withPerson(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return key === "fields" ? value : value.map((item) => withPerson(item, key));
  if (value instanceof Uint8Array || value instanceof Blob || key.endsWith("Image")) return png;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withPerson(inner, name)]));
  if (typeof value !== "string") return value;
  if (/name$|comment/i.test(key)) return person.name;
  if (/^(?:identityNumber|documentNumber|serialNumber)$/.test(key)) return person.id;
  if (key === "birthDate") return person.birthday;
  if (key === "email" || key === "admin") return person.email;
  return /userid|cf\d|submission|resource|applicant|record|token/i.test(key) ? person.reference : value;
}

type Fetch = (request: Request) => Promise<Response>;
const status =
  (code: number, headers: Record<string, string> = {}): Fetch =>
  async (request) =>
    new Response(everything + (await request.text()), {
      status: code,
      headers: { "x-request-id": apiKey, ...headers },
    });

const failures: Readonly<Record<string, Fetch>> = {
  ...Object.fromEntries([400, 401, 403, 404, 409, 418, 422, 500, 503].map((code) => [String(code), status(code)])),
  "429": status(429, { "retry-after": "99999999" }),
  "json error": async () => Response.json({ code: 1, message: everything }, { status: 400 }),
  "encrypted and wrong": async () => Response.json({ data: everything, isEncrypted: true }),
  "encrypted refusal": async () => Response.json({ data: everything, isEncrypted: true }, { status: 400 }),
  "string code": async () =>
    Response.json({ errorCode: person.name, code: person.id, message: everything }, { status: 400 }),
  redirect: async () =>
    new Response(null, { status: 307, headers: { location: `https://elsewhere.test/${apiKey}?q=${person.id}` } }),
  html: async () => new Response(`<html>${everything}</html>`, { headers: { "content-type": "text/html" } }),
  "not json": async () => new Response(`oops ${everything}`),
  cut: async () => new Response(everything.slice(0, -3)),
  "another shape": async () => Response.json(JSON.parse(everything)),
  "another shape in a list": async () => Response.json([JSON.parse(everything)]),
  "wrong charset": async () =>
    new Response(new Uint8Array([0xff, 0xfe, 0xfd, ...new TextEncoder().encode(everything)])),
  "broken body": async () =>
    new Response(
      new ReadableStream({
        start(stream) {
          stream.enqueue(new TextEncoder().encode(everything));
          stream.error(new Error(everything));
        },
      }),
    ),
  "network failure": async (request) => {
    throw Object.assign(new TypeError(`fetch failed for ${request.url} ${everything}`), {
      code: person.id,
      request,
      cause: new Error(everything),
    });
  },
  "foreign failure": async () => {
    throw everything;
  },
  stall: async () => await new Promise<never>(() => undefined),
};

function prints(value: unknown): string[] {
  const printed: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      printed.push(chunk.toString());
      done();
    },
  });
  new Console({ stdout: sink, stderr: sink }).log(value, [value], { value });
  return [
    ...printed,
    String(value),
    JSON.stringify(value),
    JSON.stringify([value]),
    inspect(value, { depth: null, showHidden: true, showProxy: true }),
  ];
}

function sinks(error: unknown): string {
  const out: string[] = [];
  for (let at = error, level = 0; at instanceof Error && level < 5; at = at.cause, level++) {
    out.push(
      at.message,
      at.stack ?? "",
      ...prints(at),
      ...prints(Object.assign({}, at)),
      ...prints(structuredClone(at)),
    );
    for (const name of Object.getOwnPropertyNames(at))
      out.push(...prints((at as unknown as Record<string, unknown>)[name]));
    for (const symbol of Object.getOwnPropertySymbols(at))
      out.push(String((at as unknown as Record<symbol, unknown>)[symbol]));
  }
  return out.join("\n");
}

describe.each(["ky", "fetch", "fetch, encrypted"] as const)("through %s", (sender) => {
  let errors = 0;

  async function failing(name: string, fetch: Fetch, call: (client: ArgosClient) => Promise<unknown>): Promise<void> {
    const events: unknown[] = [];
    const note = (event: unknown): void => void events.push(event);
    const client = new ArgosClient({
      baseUrl: "https://argos.test",
      apiKey,
      timeout: name === "stall" ? 30 : 5000,
      fetch: async (input, init) => await fetch(new Request(input, init)),
      ...(sender === "ky" ? {} : { send: sendWithFetch }),
      encryption: sender === "fetch, encrypted",
      hooks: { onRequest: note, onResponse: note, onRetry: note, onError: note, onDrift: note },
    });
    const error: unknown = await call(client).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error !== undefined) errors++;
    const text = [sinks(error), ...prints(client), ...events.flatMap(prints)].join("\n");
    expect(findCanaries(text, canaries), name).toEqual([]);
  }

  for (const [operation, fixture] of Object.entries(fixtures)) {
    const input = withPerson(fixture.input) as never;
    test(`${operation} prints nothing of key or person, whatever fails`, async () => {
      await Promise.all(
        Object.entries(failures).map(
          async ([name, fetch]) => await failing(name, fetch, (client) => fixture.call(client, input)),
        ),
      );
      await failing("aborted", status(500), async (client) => {
        const { transport } = client.submissions as unknown as {
          transport: { request(...given: unknown[]): Promise<unknown> };
        };
        return await transport.request(fixture.endpoint, input, { signal: AbortSignal.abort(new Error(everything)) });
      });
    });

    test(`${operation} prints nothing of a wrong input`, async () => {
      const never: Fetch = async () => expect.unreachable("sent");
      const wrong = { ...(input as object), [person.name]: person.id, [apiKey]: apiKey };
      await failing("unknown keys", never, (client) => fixture.call(client, wrong as never));
      const upsideDown = Object.fromEntries(
        Object.keys(input as object).map((key) => [key, { [person.name]: person.id }]),
      );
      await failing("wrong types", never, (client) => fixture.call(client, upsideDown as never));
      await failing("not an object", never, (client) => fixture.call(client, person.id as never));
    });
  }

  test("several hundred errors were looked at", () => {
    expect(errors).toBeGreaterThan(300);
  });
});

test("a planted leak is found", () => {
  const leaking = Object.assign(new Error("failed"), { request: { headers: { key: apiKey } } });
  expect(findCanaries(sinks(leaking), canaries)).not.toEqual([]);
  expect(findCanaries(sinks(new Error(`for ${encodeURIComponent(person.name)}`)), canaries)).not.toEqual([]);
});
