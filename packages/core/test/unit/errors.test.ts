import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ApiError } from "../../src/errors/api-error.js";
import { BodyError, type BodyErrorCode } from "../../src/errors/body-errors.js";
import { isApiError, isBodyError, isInputError, isOutcomeUnknown } from "../../src/errors/guards.js";
import { ConfigurationError, InputError } from "../../src/errors/input-error.js";
import {
  CallbackError,
  DuplicateDetectedError,
  OutcomeUnknownError,
  WaitExpiredError,
} from "../../src/errors/outcome-errors.js";
import { type CallFacts, foreignCode, isSdkError, type SdkError } from "../../src/errors/sdk-error.js";
import { AbortedError, NetworkError, RedirectError, TimeoutError } from "../../src/errors/transport-errors.js";
import { findCanaries } from "../../src/testing/canaries.js";

const facts: CallFacts = { vendor: "vendor", operation: "createThings", attempts: 2, elapsedMs: 345 };
const startedAt = new Date("2026-01-02T03:04:05.000Z");
const canaries = [
  { name: "cause", value: "connect to https://vendor.test/?email=wang@example.com" },
  { name: "key", value: "S3cr3t-T0ken-0815" },
  { name: "person", value: "王小明-A123456789" },
  { name: "body", value: "raw-answer-7d1f3" },
  { name: "vendor's words", value: "applicant-unknown-77aa" },
  { name: "reference", value: "case-ref-55b2c" },
];
const [cause = "", key = "", person = "", body = "", words = "", reference = ""] = canaries.map(({ value }) => value);

/** What a runtime throws: its message, fields, stack and cause quote everything. */
function foreign(): Error {
  const inner = Object.assign(new Error(`${cause} ${key} ${person}`), {
    code: "ECONNRESET",
    headers: { authorization: key },
    body,
  });
  return Object.assign(new TypeError(`${cause} ${person}`, { cause: inner }), {
    request: { key },
    [Symbol("x")]: body,
  });
}

const broken = (): NetworkError => new NetworkError(facts, "unknown", "ECONNRESET", foreign());
const refused = (): ApiError =>
  new ApiError({
    facts,
    outcome: "rejected",
    status: 400,
    refusal: { code: 1234, message: `${words} ${person}` },
    text: `${body} ${person}`,
  });
const network = broken();
const api = refused();

/** One of each, made anew by each test that looks at it. */
const make = (): readonly [SdkError, Record<string, unknown>][] => [
  [
    broken(),
    {
      name: "NetworkError",
      code: "network",
      outcome: "unknown",
      systemCode: "ECONNRESET",
      message: "vendor createThings: the connection broke after the request may have been sent.",
    },
  ],
  [
    new NetworkError(facts, "not_sent", undefined, foreign()),
    {
      name: "NetworkError",
      code: "network",
      outcome: "not_sent",
      message: "vendor createThings: the vendor could not be reached; nothing was sent.",
    },
  ],
  [
    new TimeoutError(facts, "unknown", 30_000, "body"),
    {
      name: "TimeoutError",
      code: "timeout",
      outcome: "unknown",
      timeoutMs: 30_000,
      phase: "body",
      message: "vendor createThings: the deadline of 30000 ms passed (body). Set `timeout` for a longer one.",
    },
  ],
  [
    new AbortedError(facts, "not_sent", "waiting"),
    {
      name: "AbortedError",
      code: "aborted",
      outcome: "not_sent",
      phase: "waiting",
      message: "vendor createThings: the caller's signal was aborted (waiting).",
    },
  ],
  [
    new RedirectError(facts, "unknown", 302, true),
    {
      name: "RedirectError",
      code: "redirect",
      outcome: "unknown",
      status: 302,
      crossOrigin: true,
      message: "vendor createThings: answered with a redirect (302), which is never followed. Check the base URL.",
    },
  ],
  [
    new RedirectError(facts, "unknown", 0, undefined),
    {
      name: "RedirectError",
      code: "redirect",
      status: 0,
      message:
        "vendor createThings: answered with a redirect (status hidden by the browser), which is never followed. Check the base URL.",
    },
  ],
  [
    refused(),
    {
      name: "BadRequestError",
      code: "bad_request",
      outcome: "rejected",
      status: 400,
      vendorCode: 1234,
      message:
        "vendor createThings: answered 400. The vendor refused the request; readVendorMessage() holds its words.",
    },
  ],
  [
    new ApiError({ facts, outcome: "rejected", status: 429, retryAfterMs: 99_000, reason: "Slow down." }),
    {
      name: "RateLimitError",
      code: "rate_limited",
      retryAfterMs: 99_000,
      message: "vendor createThings: answered 429. Slow down.",
    },
  ],
  [
    new BodyError({
      code: "invalid_json",
      outcome: "created_unreadable",
      facts,
      status: 200,
      says: "the answer is not JSON.",
      text: `${body} ${person}`,
      createdIds: [7],
      cause: foreign(),
    }),
    {
      name: "BodyError",
      code: "invalid_json",
      outcome: "created_unreadable",
      status: 200,
      createdIds: [7],
      message: "vendor createThings: the answer is not JSON.",
    },
  ],
  [
    new InputError(facts, [
      { path: "a.*", code: "unknown_field" },
      { path: "", code: "missing", expected: "object" },
    ]),
    {
      name: "InputError",
      code: "invalid_input",
      outcome: "not_sent",
      issues: [
        { path: "a.*", code: "unknown_field" },
        { path: "", code: "missing", expected: "object" },
      ],
      message:
        "vendor createThings: the input was refused and nothing was sent: a.* is unknown_field; input is missing, expected object.",
    },
  ],
  [
    new ConfigurationError("vendor", [{ path: "apiKey", code: "missing" }]),
    {
      name: "ConfigurationError",
      code: "invalid_configuration",
      outcome: "not_sent",
      operation: "configuration",
      attempts: 0,
      message: "vendor configuration: apiKey is missing.",
    },
  ],
  [
    new OutcomeUnknownError(facts, startedAt, reference, async () => ({ status: "not_created" }), network),
    {
      name: "OutcomeUnknownError",
      code: "outcome_unknown",
      outcome: "unknown",
      startedAt,
      canReconcile: true,
      message:
        "vendor createThings: the vendor may have done it, and it was not sent again (network). Call reconcile() before repeating.",
    },
  ],
  [
    new OutcomeUnknownError(facts, startedAt, undefined, undefined, api),
    {
      code: "outcome_unknown",
      canReconcile: false,
      message:
        "vendor createThings: the vendor may have done it, and it was not sent again (bad_request). This vendor offers no look-up: wait for its callback, or have a person check before repeating.",
    },
  ],
  [
    new DuplicateDetectedError(facts, [7, 8]),
    {
      name: "DuplicateDetectedError",
      code: "duplicate_detected",
      outcome: "created_unreadable",
      ids: [7, 8],
      message: "vendor createThings: 2 records fit this call, so none is picked. Compare them and keep one.",
    },
  ],
  [
    new WaitExpiredError(facts, 5000, "pending"),
    {
      name: "WaitExpiredError",
      code: "wait_expired",
      outcome: "unknown",
      waitedMs: 5000,
      lastState: "pending",
      message: "vendor createThings: still pending after 5000 ms. Wait again, or rely on the callback.",
    },
  ],
  [
    new CallbackError("vendor", "the callback's body is not a JSON object.", foreign()),
    {
      name: "CallbackError",
      code: "invalid_callback",
      outcome: "rejected",
      operation: "callback",
      message: "vendor callback: the callback's body is not a JSON object.",
    },
  ],
];
const made = make().map(([error], at) => [String(error), at] as const);
const nth = (at: number): [SdkError, Record<string, unknown>] => make()[at] ?? expect.unreachable();

describe("every error", () => {
  test.each(made)("says what happened: %s", (_, at) => {
    const [error, said] = nth(at);
    expect({ ...error, name: error.name, message: error.message }).toMatchObject(said);
    expect(error).toMatchObject({ vendor: "vendor" });
    expect(error.docs).toBe(`@x/core/errors.md#${error.code}`);
    expect(error).toBeInstanceOf(Error);
  });

  test("says which call failed, and after what", () => {
    expect(network).toMatchObject({ vendor: "vendor", operation: "createThings", attempts: 2, elapsedMs: 345 });
  });

  /** Every own property of a value, hidden ones and those of its causes included, as text. */
  function walk(value: unknown, seen = new Set<unknown>()): string {
    if (typeof value !== "object" || value === null || seen.has(value)) return String(value);
    seen.add(value);
    const names: PropertyKey[] = [...Object.getOwnPropertyNames(value), ...Object.getOwnPropertySymbols(value)];
    return names
      .map((name) => `${String(name)}=${walk((value as Record<PropertyKey, unknown>)[name], seen)}`)
      .join("\n");
  }

  test.each(made)("shows nothing it must not, however it is printed: %s", (_, at) => {
    const [error] = nth(at);
    const printed: Record<string, string> = {
      json: JSON.stringify(error),
      "json inside another value": JSON.stringify({ errors: [error] }),
      string: String(error),
      stack: error.stack ?? "",
      inspected: inspect(error, { depth: null, showHidden: true, getters: false }),
      "inspected with getters of its own": inspect({ ...error }, { depth: null, showHidden: true, getters: true }),
      cloned: inspect(structuredClone(error), { depth: null, showHidden: true }),
      spread: inspect({ ...error }, { depth: null, showHidden: true }),
      assigned: JSON.stringify(Object.assign({}, error)),
      entries: JSON.stringify(Object.entries(error)),
      walked: walk(error),
      "rethrown as a cause": inspect(new Error("outer", { cause: error }), { depth: null, showHidden: true }),
      aggregated: inspect(new AggregateError([error]), { depth: null, showHidden: true }),
    };
    expect(
      Object.entries(printed).flatMap(([how, text]) => findCanaries(text, canaries).map((found) => `${how}: ${found}`)),
    ).toEqual([]);
  });

  test.each(made)("is printed with its facts as JSON: %s", (_, at) => {
    const [error, { name, code }] = nth(at);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      ...(name === undefined ? {} : { name }),
      code,
      message: error.message,
      outcome: error.outcome,
    });
  });

  test.each(made)("has no field that is there and empty: %s", (_, at) => {
    const [error] = nth(at);
    expect(Object.entries(error).filter(([, value]) => value === undefined)).toEqual([]);
  });
});

describe("what is kept out of sight", () => {
  test("is handed out when it is asked for", async () => {
    expect(refused().readBody()).toBe(`${body} ${person}`);
    expect(refused().readVendorMessage()).toBe(`${words} ${person}`);
    expect(
      new BodyError({
        code: "truncated_body",
        outcome: "unknown",
        facts,
        status: 200,
        says: "x",
        text: body,
      }).readBody(),
    ).toBe(body);
    const unknown = new OutcomeUnknownError(
      facts,
      startedAt,
      reference,
      async () => ({ status: "not_created" }),
      network,
    );
    expect(unknown.reference).toBe(reference);
    expect(await unknown.reconcile()).toEqual({ status: "not_created" });
  });

  test("may not be there at all", () => {
    const bare = new ApiError({ facts, outcome: "rejected", status: 404 });
    expect([bare.readBody(), bare.readVendorMessage(), bare.vendorCode, bare.retryAfterMs]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("reconciling", () => {
  test("hands the caller's choices on", async () => {
    const reconcile = vi.fn(async () => ({ status: "not_created" }) as const);
    const { signal } = new AbortController();
    await new OutcomeUnknownError(facts, startedAt, undefined, reconcile, network).reconcile({ settleMs: 5, signal });
    expect(reconcile).toHaveBeenCalledWith({ settleMs: 5, signal });
  });

  test("throws the same error again where the vendor offers no look-up", async () => {
    const error = new OutcomeUnknownError(facts, startedAt, undefined, undefined, network);
    await expect(error.reconcile()).rejects.toBe(error);
  });
});

describe("a cause", () => {
  test("of another library is reduced to its class and its system code", () => {
    const error = broken();
    expect(error.cause).toBeInstanceOf(Error);
    expect(Object.getOwnPropertyNames(error.cause).sort()).toEqual(["message", "name"]);
    expect(String(error.cause)).toBe("Cause: TypeError (ECONNRESET)");
    expect(error.toJSON()).toMatchObject({ cause: "TypeError (ECONNRESET)" });
  });

  test.each<[unknown, string]>([
    [new Error("x"), "Error"],
    [new TypeError("x"), "TypeError"],
    [new DOMException("x", "AbortError"), "AbortError"],
    [Object.assign(new Error("x"), { name: "王小明" }), "Error"],
    [Object.assign(new Error("x"), { name: "Wang Xiaoming" }), "Error"],
    [Object.assign(new Error("x"), { code: "S3cr3t" }), "Error"],
    [Object.assign(new Error("x"), { code: "E" + "A".repeat(60) }), "Error"],
    [Object.assign(new Error("x"), { code: "ENOENT: /home/wang" }), "Error"],
    ["just text", "Error"],
    [42, "Error"],
    [null, "Error"],
    [{ name: "TypeError", message: "x" }, "TypeError"],
    [new Error("x", { cause: new Error("y", { cause: { code: "CERT_HAS_EXPIRED" } }) }), "Error (CERT_HAS_EXPIRED)"],
  ])("is told without anything that it quotes: %o", (thrown, told) => {
    const error = new NetworkError(facts, "unknown", undefined, thrown);
    expect((error.cause as Error).message).toBe(told);
  });

  test("that throws when it is read is told without it", () => {
    const trap = Object.defineProperties(
      {},
      Object.fromEntries(["name", "code", "cause", "message"].map((key) => [key, { get: () => expect.unreachable() }])),
    );
    const told = new NetworkError(facts, "unknown", undefined, trap).cause;
    expect(String(told)).toBe("Cause: Error");
  });

  test("that is an error of this library is kept whole", () => {
    const outer = new OutcomeUnknownError(facts, startedAt, undefined, undefined, api);
    expect(outer.cause).toBe(api);
    expect(outer.toJSON()).toMatchObject({ cause: { name: "BadRequestError", status: 400, vendorCode: 1234 } });
  });

  test("that was not given is not there", () => {
    expect(Object.hasOwn(refused(), "cause")).toBe(false);
    expect(refused().toJSON()).not.toHaveProperty("cause");
  });

  test("that turns in a circle is read to an end", () => {
    const circle = new Error("x");
    circle.cause = circle;
    expect(foreignCode(circle)).toBeUndefined();
  });
});

describe("the class by status", () => {
  test.each([
    [400, "BadRequestError", "bad_request"],
    [401, "AuthenticationError", "authentication"],
    [402, "ApiError", "refused"],
    [403, "PermissionError", "permission"],
    [404, "NotFoundError", "not_found"],
    [408, "ServerError", "server"],
    [409, "ConflictError", "conflict"],
    [410, "NotFoundError", "not_found"],
    [422, "BadRequestError", "bad_request"],
    [418, "ApiError", "refused"],
    [451, "ApiError", "refused"],
    [500, "ServerError", "server"],
    [503, "ServerError", "server"],
    [599, "ServerError", "server"],
    [200, "ApiError", "refused"],
  ])("of %i is %s", (status, name, code) => {
    expect(new ApiError({ facts, outcome: "rejected", status })).toMatchObject({ name, code, status });
  });
});

describe("recognising an error", () => {
  afterEach(() => vi.resetModules());

  const guards = { isSdkError, isApiError, isBodyError, isInputError, isOutcomeUnknown };
  const kinds = (value: unknown): string[] =>
    Object.entries(guards).flatMap(([name, guard]) => (guard(value) ? [name] : []));
  const bodyCode: BodyErrorCode = "invalid_json";

  test("each guard knows its own", () => {
    expect(kinds(refused())).toEqual(["isSdkError", "isApiError"]);
    expect(kinds(new BodyError({ code: bodyCode, outcome: "unknown", facts, status: 200, says: "x" }))).toEqual([
      "isSdkError",
      "isBodyError",
    ]);
    expect(kinds(new InputError(facts, []))).toEqual(["isSdkError", "isInputError"]);
    expect(kinds(new OutcomeUnknownError(facts, startedAt, undefined, undefined, api))).toEqual([
      "isSdkError",
      "isOutcomeUnknown",
    ]);
    expect(kinds(new RedirectError(facts, "unknown", 302, false))).toEqual(["isSdkError"]);
    expect(kinds(network)).toEqual(["isSdkError"]);
  });

  test("no guard takes anything else for one", () => {
    const others = [
      undefined,
      null,
      0,
      "x",
      {},
      [],
      new Error("x"),
      { code: "network" },
      { status: 400, readBody: 1, readVendorMessage: 1 },
      () => api,
      structuredClone(api),
    ];
    expect(others.flatMap((value) => kinds(value))).toEqual([]);
  });

  test("knows an error that another copy of this library threw", async () => {
    vi.resetModules();
    const copy = await import("../../src/errors/api-error.js");
    const copies = await import("../../src/errors/outcome-errors.js");
    expect(copy.ApiError).not.toBe(ApiError);
    const error = new copy.ApiError({ facts, outcome: "rejected", status: 400 });
    expect(error).not.toBeInstanceOf(ApiError);
    expect(kinds(error)).toEqual(["isSdkError", "isApiError"]);
    expect(kinds(new copies.OutcomeUnknownError(facts, startedAt, undefined, undefined, error))).toEqual([
      "isSdkError",
      "isOutcomeUnknown",
    ]);
  });

  test("an error that another copy threw has the name that its status has here", async () => {
    vi.resetModules();
    const copy = await import("../../src/errors/api-error.js");
    const names = [400, 401, 403, 404, 409, 418, 429, 500].map(
      (status) => new copy.ApiError({ facts, outcome: "rejected", status }).name,
    );
    expect(names).toEqual([
      "BadRequestError",
      "AuthenticationError",
      "PermissionError",
      "NotFoundError",
      "ConflictError",
      "ApiError",
      "RateLimitError",
      "ServerError",
    ]);
  });

  test("a cause from another copy is kept whole as well", async () => {
    vi.resetModules();
    const copy = await import("../../src/errors/api-error.js");
    const error = new copy.ApiError({ facts, outcome: "rejected", status: 400 });
    expect(new OutcomeUnknownError(facts, startedAt, undefined, undefined, error).cause).toBe(error);
  });
});
