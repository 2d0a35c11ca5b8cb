import { describe, expect, test } from "vitest";
import { foreignCode, SdkError } from "../../src/errors/sdk-error.js";

const facts = { vendor: "vendor", operation: "getThing", attempts: 1, elapsedMs: 0 };
const causeOf = (cause: unknown): string => {
  const error = new SdkError({ name: "X", code: "network", outcome: "unknown", facts, says: "failed.", cause });
  return (error.cause as Error).message;
};
/** Reads as a code to whoever does not ask what it is. */
const disguised = { toString: () => "ECONNRESET" };

describe("a runtime's code", () => {
  test.each([
    "ECONNRESET",
    "EAI_AGAIN",
    "EHOSTUNREACH",
    "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
    "UND_ERR_SOCKET",
    "CERT_HAS_EXPIRED",
  ])("%s is told", (code) => {
    expect(foreignCode({ code })).toBe(code);
    expect(causeOf({ name: "TypeError", code })).toBe(`TypeError (${code})`);
  });

  test.each([
    "A298765431",
    "E298765431",
    "E1234567",
    "EA",
    "王小明 ECONNRESET",
    "ECONNRESET 王小明",
    "x ERR_SSL_FAILED",
    "ERR_SSL_FAILED x",
    "econnreset",
    "E".repeat(30),
    "ABORT_ERR",
    20,
    disguised,
    ["ECONNRESET"],
    undefined,
  ])("%j is not: it may hold a person", (code) => {
    expect(foreignCode({ code })).toBeUndefined();
    expect(causeOf({ name: "TypeError", code })).toBe("TypeError");
  });

  test("is found four causes deep and not deeper", () => {
    const nested = (depth: number): object => (depth === 0 ? { code: "ECONNRESET" } : { cause: nested(depth - 1) });
    expect([0, 4, 5].map((depth) => foreignCode(nested(depth)))).toEqual(["ECONNRESET", "ECONNRESET", undefined]);
  });
});

describe("the class of a cause", () => {
  test.each(["TypeError", "DOMException", "NetworkError"])("%s is told", (name) => {
    expect(causeOf({ name })).toBe(name);
  });

  test.each([
    "Mr WangError",
    "WangError Mr",
    "wangError",
    "Wang",
    "王Error",
    "W1Error",
    { toString: () => "TypeError" },
    7,
    undefined,
  ])("%j is not: it may be a person's", (name) => {
    expect(causeOf({ name })).toBe("Error");
  });

  test.each([undefined, "text", 7, true, null, () => undefined])("%j has none", (thrown) => {
    const error = new SdkError({
      name: "X",
      code: "internal",
      outcome: "unknown",
      facts,
      says: "failed.",
      cause: thrown,
    });
    expect(error.cause === undefined ? "none" : (error.cause as Error).message).toBe(
      thrown === undefined ? "none" : "Error",
    );
  });
});

test("an error says where it is explained", () => {
  const error = new SdkError({ name: "X", code: "network", outcome: "unknown", facts, says: "failed." });
  expect(error.docs).toBe("@x/core/errors.md#network");
});
