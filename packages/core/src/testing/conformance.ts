import type { ResponseValidation } from "../client-options.js";
import type { AnyEndpoint } from "../endpoint.js";
import { isSdkError } from "../errors/sdk-error.js";
import type { FileAnswer } from "../file-answer.js";
import type { DriftEvent, Hooks } from "../hooks.js";
import type { AnyFixture } from "./fixture.js";
import { type Mutant, mutantsOf } from "./mutants.js";

/** What a suite builds clients from. */
export interface ConformanceOptions {
  /** Answers what the client sends. */
  readonly fetch: typeof globalThis.fetch;
  readonly hooks?: Hooks;
  readonly responseValidation?: ResponseValidation;
}

/** What a vendor's package brings to its suite. */
export interface ConformanceParts<Client> {
  /** Makes a client for `baseUrl` with the credential of `auth`. */
  readonly connect: (options: ConformanceOptions) => Client;
  readonly baseUrl: string;
  /** The header that carries the credential, typed by hand from the vendor's documents. */
  readonly auth: readonly [name: string, value: string];
  readonly endpoints: Readonly<Record<string, AnyEndpoint>>;
  readonly fixtures: Readonly<Record<string, AnyFixture<Client>>>;
}

/** One check, for any test runner: it throws when it fails. */
export interface ConformanceCase {
  readonly name: string;
  /** Runs the check; throws when it fails. */
  readonly run: () => Promise<void>;
}

/** Every check that a client's operations have to pass. */
export function conformanceCases<Client>(parts: ConformanceParts<Client>): ConformanceCase[] {
  return Object.entries(parts.endpoints).flatMap(([operation, endpoint]) => {
    const fixture = parts.fixtures[operation];
    if (fixture === undefined) return [{ name: `${operation} has a fixture`, run: async () => fail("no fixture") }];
    const drill = new Drill(parts, endpoint, fixture);
    const ofBodies = [
      { name: `${operation} survives drift and reports it once`, run: () => drill.drift() },
      { name: `${operation} refuses every drift in strict mode`, run: () => drill.strict() },
      { name: `${operation} refuses an answer of another shape`, run: () => drill.shape() },
    ];
    if (endpoint.answersFile !== undefined) return fileCases(operation, drill, fixture.wire.sendsOn503);
    return [
      { name: `${operation} sends the documented request and returns the answer`, run: () => drill.wire() },
      { name: `${operation} does and costs what the documents say`, run: () => drill.class() },
      {
        name: `${operation} is sent ${fixture.wire.sendsOn503} time(s) to a vendor that answers 503`,
        run: () => drill.sends(),
      },
      { name: `${operation} says what to do about each documented status`, run: () => drill.statuses() },
      { name: `${operation} refuses a wrong input before anything is sent`, run: () => drill.inputs() },
      ...(endpoint.statusOnly === true
        ? [{ name: `${operation} looks at no body`, run: () => drill.bodies() }]
        : ofBodies),
    ];
  });
}

function fileCases<Client>(operation: string, drill: Drill<Client>, sends: number): ConformanceCase[] {
  return [
    { name: `${operation} sends the documented request and returns the file`, run: () => drill.wire() },
    { name: `${operation} does and costs what the documents say`, run: () => drill.class() },
    { name: `${operation} is sent ${sends} time(s) to a vendor that answers 503`, run: () => drill.sends() },
    { name: `${operation} says what to do about each documented status`, run: () => drill.statuses() },
    { name: `${operation} refuses a wrong input before anything is sent`, run: () => drill.inputs() },
    { name: `${operation} refuses what is no file under a status of success`, run: () => drill.pages() },
  ];
}

class Drill<Client> {
  readonly #parts: ConformanceParts<Client>;
  readonly #endpoint: AnyEndpoint;
  readonly #fixture: AnyFixture<Client>;

  constructor(parts: ConformanceParts<Client>, endpoint: AnyEndpoint, fixture: AnyFixture<Client>) {
    this.#parts = parts;
    this.#endpoint = endpoint;
    this.#fixture = fixture;
  }

  async wire(): Promise<void> {
    const { wire, output } = this.#fixture;
    const { baseUrl, auth } = this.#parts;
    const seen: Request[] = [];
    same(await this.#call((request) => (seen.push(request), asAnswer(output))), output, "the value returned");
    const [request] = seen;
    if (request === undefined || seen.length !== 1) return fail(`sent ${seen.length} requests instead of 1`);
    same(`${request.method} ${request.url.slice(baseUrl.length)}`, wire.request, "the request line");
    const credential = this.#endpoint.anonymous === true ? null : auth[1];
    same(request.headers.get(auth[0]), credential, `the header ${auth[0]}`);
    if (this.#endpoint.encoding === "multipart") return same(await partsOf(request), wire.body, "the form");
    const text = await request.text();
    if (this.#endpoint.encoding === "form")
      return same(Object.fromEntries(new URLSearchParams(text)), wire.body, "the form");
    same(text === "" ? undefined : JSON.parse(text), wire.body, "the body");
    if (text !== "") same(request.headers.get("content-type"), "application/json", "the content type");
  }

  async pages(): Promise<void> {
    for (const page of ["<!DOCTYPE html><html></html>", '{"message":"no file"}', ""]) {
      const error = await this.#failure(() => new Response(page, { headers: { "content-type": "application/pdf" } }));
      same(error.code, "unexpected_content", `a success with ${page.length} characters of text`);
    }
  }

  async class(): Promise<void> {
    const { effect, cost } = this.#endpoint;
    same({ effect, cost }, { effect: this.#fixture.wire.effect, cost: this.#fixture.wire.cost }, "effect and cost");
  }

  async sends(): Promise<void> {
    let sent = 0;
    const error = await this.#failure(() => (sent++, new Response("{}", { status: 503 })));
    same(sent, this.#fixture.wire.sendsOn503, "requests sent");
    const expected =
      this.#endpoint.effect === "create" || this.#endpoint.cost === "billed" ? "outcome_unknown" : "server";
    same(error.code, expected, "the code of the error");
  }

  async statuses(): Promise<void> {
    for (const [status, reason] of Object.entries(this.#endpoint.errors)) {
      const error = await this.#failure(() => new Response("{}", { status: Number(status) }));
      const told = error.code === "outcome_unknown" && isSdkError(error.cause) ? error.cause : error;
      same((told as { status?: number }).status, Number(status), "the status of the error");
      if (!told.message.includes(reason)) fail(`the error of ${status} does not say: ${reason}`);
    }
    const unknown = await this.#failure(() => new Response("{}", { status: 418 }));
    same(
      (unknown as { status?: number }).status ?? (unknown.cause as { status?: number }).status,
      418,
      "an undocumented status",
    );
  }

  async inputs(): Promise<void> {
    const mutants = mutantsOf(this.#endpoint.input, this.#fixture.input).filter(
      (one) => one.required || one.kind === "unknown_field",
    );
    for (const mutant of mutants) {
      let sent = 0;
      const error = await this.#failure(() => (sent++, Response.json({})), mutant.value);
      same(
        { sent, code: error.code },
        { sent: 0, code: "invalid_input" },
        `input with ${mutant.kind} at ${mutant.path}`,
      );
    }
  }

  async drift(): Promise<void> {
    for (const mutant of mutantsOf(this.#endpoint.output, this.#fixture.output)) {
      const events: DriftEvent[] = [];
      const call = this.#call(() => Response.json(mutant.value), this.#fixture.input, {
        hooks: { onDrift: (event) => events.push(event) },
      });
      if (this.#mustRefuse(mutant)) {
        const error = await rejection(call);
        same(error.code, "unexpected_shape", `${mutant.kind} at ${mutant.path}`);
      } else {
        same(await call, mutant.value, `the value with ${mutant.kind} at ${mutant.path}`);
        same(events.length, 1, `drift events for ${mutant.kind} at ${mutant.path}`);
        same(events[0]?.kind, mutant.kind, `the kind of drift at ${mutant.path}`);
        if (/SOMETHING_NEW|9876|a_field_of_tomorrow|text instead|12345/.test(JSON.stringify(events)))
          fail("a drift event holds a value");
      }
    }
  }

  async strict(): Promise<void> {
    for (const mutant of mutantsOf(this.#endpoint.output, this.#fixture.output)) {
      const error = await rejection(
        this.#call(() => Response.json(mutant.value), this.#fixture.input, { responseValidation: "strict" }),
      );
      same(error.code, "unexpected_shape", `${mutant.kind} at ${mutant.path} in strict mode`);
    }
  }

  async shape(): Promise<void> {
    const others = this.#fixture.otherShapes ?? [null, 42, "text", [[]], { nothing: "of this" }];
    for (const answer of others) {
      const error = await this.#failure(() => Response.json(answer));
      same(error.code, "unexpected_shape", `an answer of ${JSON.stringify(answer)}`);
      same(error.outcome, this.#endpoint.effect === "create" ? "created_unreadable" : "unknown", "the outcome");
    }
  }

  async bodies(): Promise<void> {
    for (const answer of ["", "OK", "{}", "<html></html>"])
      same(await this.#call(() => new Response(answer)), undefined, `the value for ${JSON.stringify(answer)}`);
  }

  #mustRefuse(mutant: Mutant): boolean {
    const leaf = mutant.path.split(".").findLast((part) => !/^\d+$/.test(part)) ?? "";
    const decisive = mutant.kind === "unexpected_type" && this.#endpoint.decisive?.includes(leaf) === true;
    return decisive || (mutant.required && (mutant.kind === "missing_field" || mutant.kind === "unexpected_type"));
  }

  async #call(
    answer: (request: Request) => Response,
    input: unknown = this.#fixture.input,
    options: Omit<ConformanceOptions, "fetch"> = {},
  ): Promise<unknown> {
    const { before } = this.#fixture;
    const fetch = async (given: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const request = new Request(given, init);
      const line = `${request.method} ${request.url.slice(this.#parts.baseUrl.length)}`;
      return line === before?.request ? Response.json(before.answer) : answer(request);
    };
    return await this.#fixture.call(this.#parts.connect({ ...options, fetch }), input as never);
  }

  async #failure(
    answer: (request: Request) => Response,
    input?: unknown,
  ): Promise<Error & { code: string; outcome: string }> {
    return await rejection(this.#call(answer, input));
  }
}

/** A form as its parts; what is in a file is not compared, its name, type and size are. */
async function partsOf(request: Request): Promise<Record<string, unknown>> {
  const form = await request.formData();
  const entries = [...form].map(([name, part]) => [
    name,
    typeof part === "string" ? part : { filename: part.name, type: part.type, size: part.size },
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** What the vendor answers when it answers this value. */
function asAnswer(output: unknown): Response {
  const { bytes, mediaType = "" } = (output ?? {}) as Partial<FileAnswer>;
  if (!(bytes instanceof Uint8Array)) return output === undefined ? new Response("up") : Response.json(output);
  return new Response(bytes as BodyInit, { headers: { "content-type": mediaType } });
}

async function rejection(call: Promise<unknown>): Promise<Error & { code: string; outcome: string }> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (isSdkError(error))
    return error.cause !== undefined && error.code === "outcome_unknown" && isShape(error.cause) ? error.cause : error;
  return fail(
    error === undefined
      ? "the call succeeded"
      : `threw ${error instanceof Error ? error.name : typeof error} instead of an SdkError`,
  );
}

/** A billed read whose answer cannot be read is an unknown outcome; what made it so is the cause. */
function isShape(cause: unknown): cause is Error & { code: string; outcome: string } {
  return isSdkError(cause) && (cause.code === "unexpected_shape" || cause.code === "unexpected_content");
}

function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [canonical(actual), canonical(expected)];
  if (a !== b) fail(`${what}: ${a} instead of ${b}`);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? "undefined"
  );
}

function fail(message: string): never {
  throw new Error(message);
}
