import { Console } from "node:console";
import { Writable } from "node:stream";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { type AnyFixture, findCanaries } from "@x/core/testing";
import { KycPortalClient, sendWithFetch } from "../src/index.js";
import { fixtures } from "../src/testing/fixtures/index.js";

const clientSecret = "canary-SECRET-7f3a9b2c";
const token = "canary-TOKEN-1b2c3d4e";
const person = {
  name: "金絲雀小姐",
  email: "canary-lady@example.com",
  phone: "+448888877777",
  birthday: "1971-02-13",
  file: "canary-file-bytes-55aa",
  code: "CANARY-ACCESS-0001",
};
const canaries = [
  { name: "secret", value: clientSecret },
  { name: "token", value: token },
  ...Object.entries(person).map(([name, value]) => ({ name, value })),
];

const pdf = new File([`%PDF-1.4\n${person.file}`], `${person.name}.pdf`, { type: "application/pdf" });
const everything = JSON.stringify({
  ...person,
  clientSecret,
  token,
  accessCode: person.code,
  [person.name]: person.email,
});

/** The fixture's input with a person of ours in every field that may hold one. */
function withPerson(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => withPerson(item, key));
  if (value instanceof Blob) return pdf;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withPerson(inner, name)]));
  if (typeof value !== "string") return value;
  if (key === "client_secret") return clientSecret;
  if (key === "email") return person.email;
  if (key === "phone") return person.phone;
  if (key === "birthDate") return person.birthday;
  return /^(?:\w*name|query|note|data|dataType|address\w*|documents|role|field|value)$/i.test(key)
    ? person.name
    : value;
}

type Fetch = (request: Request) => Promise<Response>;
const status =
  (code: number, headers: Record<string, string> = {}): Fetch =>
  async (request) =>
    new Response(everything + (await request.text()), {
      status: code,
      headers: { "x-request-id": token, ...headers },
    });

const failures: Readonly<Record<string, Fetch>> = {
  ...Object.fromEntries([400, 401, 403, 404, 409, 418, 422, 500, 503].map((code) => [String(code), status(code)])),
  "429": status(429, { "retry-after": "99999999" }),
  "json error": async () => Response.json({ code: 1, message: everything }, { status: 400 }),
  "string code": async () => Response.json({ code: person.email, message: everything }, { status: 400 }),
  redirect: async () =>
    new Response(null, { status: 307, headers: { location: `https://elsewhere.test/${token}?q=${person.email}` } }),
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
      code: person.email,
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

const operations = Object.entries<AnyFixture<KycPortalClient>>(fixtures);

describe.each([
  ["fetch", operations],
  // The sender is the same for all of them, so a few are enough for the other one.
  ["ky", operations.filter((_, at) => at % 8 === 0)],
] as const)("through %s", (sender, looked) => {
  let errors = 0;

  async function failing(
    name: string,
    fetch: Fetch,
    fixture: AnyFixture<KycPortalClient>,
    call: (client: KycPortalClient) => Promise<unknown>,
  ): Promise<void> {
    const events: unknown[] = [];
    const note = (event: unknown): void => void events.push(event);
    const client = new KycPortalClient({
      baseUrl: "https://portal.test",
      clientId: "client-1",
      clientSecret,
      timeout: name === "stall" ? 60 : 5000,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const line = `${request.method} ${new URL(request.url).pathname}`;
        if (line === fixture.before?.request) return Response.json(fixture.before.answer);
        if (line !== "POST /connect/token" || fixture.endpoint.name === "getToken") return await fetch(request);
        return Response.json({ access_token: token, token_type: "Bearer", expires_in: 600 });
      },
      ...(sender === "fetch" ? { send: sendWithFetch } : {}),
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

  for (const [operation, fixture] of looked) {
    const input = withPerson(fixture.input) as never;
    test(`${operation} prints nothing of credential or person, whatever fails`, async () => {
      await Promise.all(
        Object.entries(failures).map(
          async ([name, fetch]) => await failing(name, fetch, fixture, (client) => fixture.call(client, input)),
        ),
      );
    });

    test(`${operation} prints nothing of a wrong input`, async () => {
      const never: Fetch = async () => expect.unreachable("sent");
      const wrong = { ...(input as object), [person.name]: person.email, [token]: token };
      await failing("unknown keys", never, fixture, (client) => fixture.call(client, wrong as never));
      const upsideDown = Object.fromEntries(
        Object.keys(input as object).map((key) => [key, { [person.name]: person.email }]),
      );
      if (Object.keys(upsideDown).length > 0)
        await failing("wrong types", never, fixture, (client) => fixture.call(client, upsideDown as never));
      await failing("not an object", never, fixture, (client) => fixture.call(client, person.email as never));
    });
  }

  test("at least 20 errors of each operation were looked at", () => {
    expect(errors).toBeGreaterThan(20 * looked.length);
  });
});

test("what a token endpoint says is not printed either", async () => {
  for (const [name, fetch] of Object.entries(failures)) {
    const client = new KycPortalClient({
      baseUrl: "https://portal.test",
      clientId: "client-1",
      clientSecret,
      timeout: 60,
      send: sendWithFetch,
      fetch: async (input, init) => await fetch(new Request(input, init)),
    });
    const error: unknown = await client.companies.list().catch((reason: unknown) => reason);
    expect(error, name).toBeInstanceOf(Error);
    expect(findCanaries([sinks(error), ...prints(client)].join("\n"), canaries), name).toEqual([]);
  }
});

test("a planted leak is found", () => {
  const leaking = Object.assign(new Error("failed"), { request: { headers: { authorization: `Bearer ${token}` } } });
  expect(findCanaries(sinks(leaking), canaries)).not.toEqual([]);
  expect(findCanaries(sinks(new Error(`for ${encodeURIComponent(person.name)}`)), canaries)).not.toEqual([]);
});
