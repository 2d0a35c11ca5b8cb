import { describe, expect, test, vi } from "vitest";
import { ApiError } from "../../src/errors/api-error.js";
import { BodyError, type BodyErrorParts } from "../../src/errors/body-errors.js";
import { isReconcilable } from "../../src/errors/guards.js";
import { ConfigurationError } from "../../src/errors/input-error.js";
import {
  CallbackError,
  OutcomeUnknownError,
  SpendRefusedError,
  WaitExpiredError,
} from "../../src/errors/outcome-errors.js";
import { type CallFacts, isSdkError, type SdkError } from "../../src/errors/sdk-error.js";
import { InternalError, RedirectError } from "../../src/errors/transport-errors.js";

const facts: CallFacts = { vendor: "vendor", operation: "createThing", attempts: 1, elapsedMs: 5 };
const api = new ApiError({ facts, outcome: "unknown", status: 503 });
const body = (parts: Partial<BodyErrorParts> = {}): BodyError =>
  new BodyError({ code: "invalid_json", outcome: "created_unreadable", facts, status: 201, says: "unread.", ...parts });

describe("what an error is printed as, whole", () => {
  const make = (): readonly [SdkError, Record<string, unknown>][] => [
    [
      new InternalError(facts, "unknown", new RangeError("x")),
      {
        name: "InternalError",
        message:
          "vendor createThing: failed by itself, not by the vendor. If no function of yours was at work, please report it.",
        code: "internal",
        outcome: "unknown",
        cause: "RangeError",
      },
    ],
    [
      new SpendRefusedError(facts, "nobody said that it may."),
      {
        name: "SpendRefusedError",
        message: "vendor createThing: nobody said that it may.",
        code: "spend_refused",
        outcome: "not_sent",
      },
    ],
    [
      new WaitExpiredError(facts, 7, undefined),
      {
        name: "WaitExpiredError",
        message: "vendor createThing: still unread after 7 ms. Wait again, or rely on the callback.",
        code: "wait_expired",
        outcome: "unknown",
        waitedMs: 7,
      },
    ],
    [
      new CallbackError("vendor", "the callback's body is not a JSON object."),
      {
        name: "CallbackError",
        message: "vendor callback: the callback's body is not a JSON object.",
        code: "invalid_callback",
        outcome: "rejected",
        operation: "callback",
        attempts: 0,
        elapsedMs: 0,
      },
    ],
    [
      new ConfigurationError("vendor", [
        { path: "apiKey", code: "missing" },
        { path: "", code: "invalid", expected: "an object" },
      ]),
      {
        name: "ConfigurationError",
        message: "vendor configuration: apiKey is missing; input is invalid, expected an object.",
        code: "invalid_configuration",
        outcome: "not_sent",
        operation: "configuration",
        attempts: 0,
        elapsedMs: 0,
        issues: [
          { path: "apiKey", code: "missing" },
          { path: "", code: "invalid", expected: "an object" },
        ],
      },
    ],
    [
      new RedirectError(facts, "rejected", 307, false),
      {
        name: "RedirectError",
        message: "vendor createThing: answered with a redirect (307), which is never followed. Check the base URL.",
        code: "redirect",
        outcome: "rejected",
        status: 307,
        crossOrigin: false,
      },
    ],
    [
      body({ issues: [{ path: "id", kind: "missing_field" }], createdIds: [7] }),
      {
        name: "BodyError",
        message: "vendor createThing: unread.",
        code: "invalid_json",
        outcome: "created_unreadable",
        status: 201,
        createdIds: [7],
        issues: [{ path: "id", kind: "missing_field" }],
      },
    ],
    [
      body({ createdIds: [] }),
      {
        name: "BodyError",
        message: "vendor createThing: unread.",
        code: "invalid_json",
        outcome: "created_unreadable",
        status: 201,
      },
    ],
  ];

  test.each(make().map(([error], at) => [String(error), at] as const))("%s", (_, at) => {
    const [error, said] = make()[at] ?? expect.unreachable();
    expect(error.toJSON()).toStrictEqual({ ...facts, docs: `@x/core/errors.md#${error.code}`, ...said });
  });

  test("is said with its name, which is hidden from enumeration as on every Error", () => {
    for (const one of [body(), new InternalError(facts, "unknown", new Error("x")).cause as Error])
      expect(Object.getOwnPropertyDescriptor(one, "name")).toEqual({
        value: one.name,
        writable: false,
        enumerable: false,
        configurable: true,
      });
  });
});

describe("an answer that cannot be read", () => {
  test("can be looked up once it was offered, with the caller's choices", async () => {
    const reconcile = vi.fn(async () => ({ status: "not_created" }) as const);
    const error = body();
    expect(isReconcilable(error)).toBe(false);
    expect(error.offer(reconcile)).toBe(error);
    expect(isReconcilable(error)).toBe(true);
    expect(error.toJSON()).toMatchObject({ canReconcile: true });
    expect(await error.reconcile({ settleMs: 5 })).toEqual({ status: "not_created" });
    expect(reconcile).toHaveBeenCalledWith({ settleMs: 5 });
  });

  test("is thrown again where there is no look-up", async () => {
    const error = body();
    await expect(error.reconcile()).rejects.toBe(error);
  });
});

describe("a failure with a look-up", () => {
  const unknown = (found?: "not_created"): OutcomeUnknownError =>
    new OutcomeUnknownError(facts, new Date(), "r", found && (async () => ({ status: found })), api);

  test("is one that says so, and an error of this library", () => {
    const others = [
      unknown(),
      api,
      { canReconcile: true },
      undefined,
      Object.assign(new Error("x"), unknown("not_created")),
    ];
    expect(isReconcilable(unknown("not_created"))).toBe(true);
    expect(others.filter((one) => isReconcilable(one))).toEqual([]);
  });
});

describe("the brand of an error", () => {
  const brand = Symbol.for("@x/core/sdk-error");

  test("is on objects only, and true", () => {
    const branded = Object.assign(() => undefined, { [brand]: true });
    const refusing = new Proxy({}, { get: () => expect.unreachable() });
    const others = [branded, { [brand]: 1 }, refusing, null, undefined, "text"];
    expect(others.map((one) => isSdkError(one))).toEqual(others.map(() => false));
    expect(isSdkError({ [brand]: true })).toBe(true);
  });
});

describe("the cause of an error", () => {
  const causeOf = (cause: unknown): string => (new InternalError(facts, "unknown", cause).cause as Error).message;

  test("is read off objects only: a class that was thrown is none of its own errors", () => {
    expect(causeOf(TypeError)).toBe("Error");
  });

  test("tells of a handshake by words, not by what reads like words", () => {
    const words = "The TLS handshake failed";
    expect(causeOf({ message: words })).toBe("Error (ERR_TLS_HANDSHAKE)");
    expect(causeOf({ message: { toString: () => words } })).toBe("Error");
  });
});
