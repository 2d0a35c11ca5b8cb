import { Console } from "node:console";
import { Writable } from "node:stream";
import { inspect } from "node:util";
import { findCanaries } from "../canaries.js";
import type { ConformanceCase } from "../conformance.js";
import type { AnyFixture } from "../fixture.js";

/** A vendor that fails, with everything planted in what it says. */
export type FailingFetch = (request: Request) => Promise<Response>;

/** What a suite builds clients from; pass `fetch`, `hooks` and `timeout` on. */
export interface SecrecyOptions<Client, Sender extends string> {
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  readonly hooks: Readonly<
    Record<"onRequest" | "onResponse" | "onRetry" | "onError" | "onDrift", (event: unknown) => void>
  >;
  readonly timeout: number;
  /** One of `senders`. */
  readonly sender: Sender;
  /** The operation that is about to be called. */
  readonly fixture: AnyFixture<Client>;
}

/** What a vendor's package brings to its suite. */
export interface SecrecyParts<Client, Sender extends string, Name extends string> {
  /** Makes a client that holds the canaries that are credentials. */
  readonly connect: (options: SecrecyOptions<Client, Sender>) => Client;
  readonly senders: readonly Sender[];
  readonly fixtures: Readonly<Record<string, AnyFixture<Client>>>;
  /** What must not be printed, by the field that holds it in the bodies of the failing vendor. */
  readonly canaries: Readonly<Record<Name, string>>;
  /** Which canaries also stand in headers and for keys (`key`), for names of fields (`name`), and for codes (`id`). */
  readonly planted: Readonly<Record<"key" | "name" | "id", NoInfer<Name>>>;
  /** What a field of an input holds instead when it may hold a person; `undefined` leaves it. Lists come item by item. */
  readonly withPerson: (field: string, value: unknown) => unknown;
  /** A resource of the client, through whose transport a call with an aborted signal is made. */
  readonly resource?: (client: Client) => object;
  /** Failures of this vendor alone; one of a shared name takes its place. */
  readonly failures?: (everything: string) => Readonly<Record<string, FailingFetch>>;
  /** Errors that an operation has to bring, on average. Default 24. */
  readonly errorsEach?: number;
  /** Further ways to print a value, such as the loggers in use. */
  readonly printers?: readonly Printer[];
}

/** One way to print a value. */
export type Printer = (value: unknown) => string;

/** Checks that nothing of a key or a person is in what a client throws, reports and is, whatever fails. */
export function secrecyCases<Client, Sender extends string, Name extends string>(
  parts: SecrecyParts<Client, Sender, Name>,
): ConformanceCase[] {
  return [
    ...parts.senders.flatMap((sender) => {
      const drill = new Drill(parts, sender);
      const operations = Object.entries(parts.fixtures);
      const least = (parts.errorsEach ?? 24) * operations.length;
      return [
        ...operations.flatMap(([operation, fixture]) => [
          {
            name: `${operation} through ${sender} prints nothing of key or person, whatever fails`,
            run: () => drill.failures(fixture),
          },
          {
            name: `${operation} through ${sender} prints nothing of a wrong input`,
            run: () => drill.inputs(fixture),
          },
        ]),
        // Needs the cases above to have run: a suite whose calls all succeed has looked at nothing.
        { name: `${least} errors through ${sender} were looked at`, run: async () => drill.looked(least) },
      ];
    }),
    { name: "a planted leak is found", run: async () => plantedLeak(parts) },
  ];
}

class Drill<Client, Sender extends string, Name extends string> {
  readonly #parts: SecrecyParts<Client, Sender, Name>;
  readonly #sender: Sender;
  readonly #planted: Planted;
  readonly #everything: string;
  #errors = 0;

  constructor(parts: SecrecyParts<Client, Sender, Name>, sender: Sender) {
    this.#parts = parts;
    this.#sender = sender;
    this.#planted = plantedOf(parts);
    this.#everything = JSON.stringify({ ...parts.canaries, [this.#planted.name]: this.#planted.id });
  }

  async failures(fixture: AnyFixture<Client>): Promise<void> {
    const input = this.#input(fixture);
    const all = { ...failingFetches(this.#everything, this.#planted), ...this.#parts.failures?.(this.#everything) };
    const call = async (client: Client): Promise<unknown> => await fixture.call(client, input as never);
    await Promise.all(
      Object.entries(all).map(async ([name, answer]) => await this.#failing(name, answer, fixture, call)),
    );
    const { resource } = this.#parts;
    if (resource === undefined) return;
    const signal = AbortSignal.abort(new Error(this.#everything));
    await this.#failing(
      "aborted",
      status(500, this.#everything, { "x-request-id": this.#planted.key }),
      fixture,
      async (client) => {
        const { transport } = resource(client) as { transport: { request(...given: unknown[]): Promise<unknown> } };
        return await transport.request(fixture.endpoint, input, { signal });
      },
    );
  }

  async inputs(fixture: AnyFixture<Client>): Promise<void> {
    const { key, name, id } = this.#planted;
    const input = this.#input(fixture) as object;
    const upsideDown = Object.fromEntries(Object.keys(input).map((field) => [field, { [name]: id }]));
    const wrong: Record<string, unknown> = {
      "unknown keys": { ...input, [name]: id, [key]: key },
      // Without fields there is none to give another type.
      ...(Object.keys(input).length > 0 ? { "wrong types": upsideDown } : {}),
      "not an object": id,
    };
    for (const [what, value] of Object.entries(wrong)) {
      let sent = 0;
      const answer: FailingFetch = async () => (sent++, Response.json({}));
      await this.#failing(what, answer, fixture, async (client) => await fixture.call(client, value as never));
      if (sent > 0) throw new Error(`${what}: a wrong input was sent`);
    }
  }

  looked(least: number): void {
    if (this.#errors < least) throw new Error(`${this.#errors} errors were looked at instead of ${least}`);
  }

  async #failing(
    what: string,
    answer: FailingFetch,
    fixture: AnyFixture<Client>,
    call: (client: Client) => Promise<unknown>,
  ): Promise<void> {
    const events: unknown[] = [];
    const note = (event: unknown): void => void events.push(event);
    const client = this.#parts.connect({
      fetch: async (input, init) => await answer(new Request(input, init)),
      hooks: { onRequest: note, onResponse: note, onRetry: note, onError: note, onDrift: note },
      timeout: what === "stall" ? 60 : 5000,
      sender: this.#sender,
      fixture,
    });
    const error: unknown = await call(client).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    // What is no error has no sinks, and would pass unseen.
    if (error !== undefined && !(error instanceof Error)) throw new Error(`${what}: threw ${typeof error}`);
    if (error !== undefined) this.#errors++;
    const { printers } = this.#parts;
    const print = (value: unknown): string[] => prints(value, printers);
    const text = [sinks(error, printers), ...print(client), ...events.flatMap(print)].join("\n");
    const found = findCanaries(text, canariesOf(this.#parts));
    if (found.length > 0) throw new Error(`${what}: printed ${found.join(", ")}`);
  }

  #input(fixture: AnyFixture<Client>): unknown {
    return fill(fixture.input, "", this.#parts.withPerson);
  }
}

type Planted = Readonly<Record<"key" | "name" | "id", string>>;
type Canaries<Name extends string> = Pick<SecrecyParts<never, string, Name>, "canaries" | "planted">;

function plantedOf<Name extends string>({ canaries, planted }: Canaries<Name>): Planted {
  return { key: canaries[planted.key], name: canaries[planted.name], id: canaries[planted.id] };
}

function canariesOf<Name extends string>({ canaries }: Canaries<Name>): { name: string; value: string }[] {
  return Object.entries<string>(canaries).map(([name, value]) => ({ name, value }));
}

/** The fixture's input with a person of ours in every field that may hold one. */
function fill(value: unknown, field: string, withPerson: (field: string, value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, field, withPerson));
  const own = withPerson(field, value);
  if (own !== undefined) return own;
  if (typeof value !== "object" || value === null || value instanceof Blob || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner, name, withPerson)]));
}

/** Checks the check: a key in a header and a name in a URL have to be found. */
function plantedLeak<Name extends string>(parts: Canaries<Name>): void {
  const { key, name } = plantedOf(parts);
  const leaks = [
    Object.assign(new Error("failed"), { request: { headers: { authorization: `Bearer ${key}` } } }),
    Object.assign(new Error("failed"), { request: { headers: { key } } }),
    new Error(`for ${encodeURIComponent(name)}`),
  ];
  for (const leak of leaks)
    if (findCanaries(sinks(leak), canariesOf(parts)).length === 0) throw new Error("a planted leak was not found");
}

function status(code: number, everything: string, headers: Record<string, string> = {}): FailingFetch {
  return async (request) => new Response(everything + (await request.text()), { status: code, headers });
}

const statuses = [400, 401, 403, 404, 408, 409, 418, 422, 500, 503];

function failingFetches(everything: string, { key, id }: Planted): Record<string, FailingFetch> {
  const bytes = new TextEncoder().encode(everything);
  const headers = { "x-request-id": key };
  return {
    ...Object.fromEntries(statuses.map((code) => [String(code), status(code, everything, headers)])),
    "429": status(429, everything, { ...headers, "retry-after": "99999999" }),
    "json error": async () => Response.json({ code: 1, message: everything }, { status: 400 }),
    "string code": async () => Response.json({ code: id, message: everything }, { status: 400 }),
    redirect: async () =>
      new Response(null, { status: 307, headers: { location: `https://elsewhere.test/${key}?q=${id}` } }),
    html: async () => new Response(`<html>${everything}</html>`, { headers: { "content-type": "text/html" } }),
    "not json": async () => new Response(`oops ${everything}`),
    cut: async () => new Response(everything.slice(0, -3)),
    "another shape": async () => Response.json(JSON.parse(everything)),
    "another shape in a list": async () => Response.json([JSON.parse(everything)]),
    "wrong charset": async () => new Response(new Uint8Array([0xff, 0xfe, 0xfd, ...bytes])),
    "broken body": async () =>
      new Response(
        new ReadableStream({
          start(stream) {
            stream.enqueue(bytes);
            stream.error(new Error(everything));
          },
        }),
      ),
    "network failure": async (request) => {
      const error = new TypeError(`fetch failed for ${request.url} ${everything}`, { cause: new Error(everything) });
      throw Object.assign(error, { code: id, request });
    },
    "foreign failure": async () => {
      throw everything;
    },
    stall: async () => await new Promise<never>(() => undefined),
  };
}

/** Every way to print a value. */
function prints(value: unknown, printers: readonly Printer[] = []): string[] {
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
    ...printers.map((print) => print(value)),
  ];
}

/** Every way to print an error, its fields and its causes. */
function sinks(error: unknown, printers?: readonly Printer[]): string {
  const out: string[] = [];
  for (let at = error, level = 0; at instanceof Error && level < 5; at = at.cause, level++) {
    const fields = at as unknown as Readonly<Record<string | symbol, unknown>>;
    out.push(
      at.message,
      at.stack ?? "",
      ...prints(at, printers),
      ...prints(Object.assign({}, at), printers),
      ...prints(structuredClone(at), printers),
    );
    for (const name of Object.getOwnPropertyNames(at)) out.push(...prints(fields[name], printers));
    for (const symbol of Object.getOwnPropertySymbols(at)) out.push(String(fields[symbol]));
  }
  return out.join("\n");
}
