import { describe, expect, test } from "vitest";
import {
  outcomeOfBrokenAnswer,
  outcomeOfNetworkFailure,
  outcomeOfRedirect,
  outcomeOfStatus,
} from "../../src/outcome.js";

const withCode = (code: string, facts: object = {}): Error =>
  Object.assign(new Error("quoted https://vendor.test"), { code, ...facts });
const undici = (cause: unknown): Error => new TypeError("fetch failed", { cause });

describe("a failure that provably sent nothing", () => {
  test.each([
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "CERT_REVOKED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "ERR_TLS_HANDSHAKE_TIMEOUT",
    "ERR_SSL_UNSUPPORTED_PROTOCOL",
  ])("Node says by the code of the cause: %s", (code) => {
    expect(outcomeOfNetworkFailure(undici(withCode(code)))).toBe("not_sent");
  });

  test("Node says so as well when every address of a host refused", () => {
    const both = Object.assign(new AggregateError([withCode("ECONNREFUSED"), withCode("ECONNREFUSED")]), {
      code: "ECONNREFUSED",
    });
    expect(outcomeOfNetworkFailure(undici(both))).toBe("not_sent");
  });

  test.each(["ECONNREFUSED", "ENOTFOUND", "DEPTH_ZERO_SELF_SIGNED_CERT"])(
    "Bun says by the code of the error itself: %s",
    (code) => {
      expect(outcomeOfNetworkFailure(withCode(code, { name: "TypeError" }))).toBe("not_sent");
    },
  );

  test.each([
    new TypeError("error sending request", {
      cause: new Error("client error (Connect): tcp connect error: Connection refused (os error 111)"),
    }),
    new TypeError("error sending request for url (https://vendor.test/): client error (Connect): dns error"),
    new TypeError("error sending request", {
      cause: new Error("client error (Connect): invalid peer certificate: UnknownIssuer"),
    }),
  ])("Deno says by text alone: $message", (error) => {
    expect(outcomeOfNetworkFailure(error)).toBe("not_sent");
  });
});

describe("a failure after which nothing is known", () => {
  test.each([
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
    "ECONNABORTED",
    "UND_ERR_SOCKET",
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
    "UND_ERR_ABORTED",
    "EPROTO",
    "EMFILE",
    "ERR_INVALID_ARG_TYPE",
  ])("Node says %s", (code) => {
    expect(outcomeOfNetworkFailure(undici(withCode(code)))).toBe("unknown");
  });

  test.each([
    "ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC",
    "ERR_SSL_BAD_RECORD_TYPE",
    "ERR_SSL_WRONG_VERSION_NUMBER",
    "ERR_SSL_CIPHER_OPERATION_FAILED",
    "ERR_TLS_RENEGOTIATION_DISABLED",
  ])("TLS broke with %s, which it does after the request was read as well", (code) => {
    expect(outcomeOfNetworkFailure(undici(withCode(code)))).toBe("unknown");
  });

  test.each(["EHOSTUNREACH", "ENETUNREACH", "ECONNREFUSED"])(
    "a connection that stood reports %s when it reads or writes",
    (code) => {
      expect(outcomeOfNetworkFailure(undici(withCode(code, { syscall: "read" })))).toBe("unknown");
      expect(outcomeOfNetworkFailure(undici(withCode(code, { syscall: "write" })))).toBe("unknown");
      expect(outcomeOfNetworkFailure(undici(withCode(code, { syscall: "connect" })))).toBe("not_sent");
    },
  );

  test.each([
    ["Bun", Object.assign(new TypeError("The socket connection was closed unexpectedly."), { code: "ECONNRESET" })],
    [
      "Deno",
      new TypeError("error sending request", {
        cause: new Error("client error (SendRequest): connection closed before message completed"),
      }),
    ],
    [
      "Deno, with a reset",
      new TypeError("error reading a body from connection", {
        cause: new Error("Connection reset by peer (os error 104)"),
      }),
    ],
    ["workerd", new Error("Network connection lost.")],
    ["Chromium", new TypeError("Failed to fetch")],
    ["Firefox", new TypeError("NetworkError when attempting to fetch resource.")],
    ["Safari", new TypeError("Load failed")],
    ["Node, without a cause", new TypeError("fetch failed")],
    ["Node, in the middle of a body", new TypeError("terminated", { cause: withCode("UND_ERR_SOCKET") })],
    ["an abort", new DOMException("This operation was aborted", "AbortError")],
    ["a code that is a number", Object.assign(new Error("x"), { code: 7 })],
    ["a code nobody knows", Object.assign(new Error("x"), { code: "ENOTFOUND2" })],
    ["a code with more around it", Object.assign(new Error("x"), { code: "not ENOTFOUND" })],
  ])("%s says so", (_, error) => {
    expect(outcomeOfNetworkFailure(error)).toBe("unknown");
  });

  test.each([undefined, null, "ECONNREFUSED", 42, {}, [], Symbol("x")])(
    "%o was thrown, which is no error at all",
    (thrown) => {
      expect(outcomeOfNetworkFailure(thrown)).toBe("unknown");
    },
  );

  test("the error turns in a circle", () => {
    const first = new Error("a");
    first.cause = new Error("b", { cause: first });
    expect(outcomeOfNetworkFailure(first)).toBe("unknown");
    const refused = withCode("ECONNREFUSED");
    refused.cause = refused;
    expect(outcomeOfNetworkFailure(refused)).toBe("not_sent");
  });
});

describe("an answer with an error status", () => {
  const statuses = Array.from({ length: 400 }, (_, n) => 200 + n);

  test("is a refusal in exactly these cases; every other leaves it unknown", () => {
    expect(statuses.filter((status) => outcomeOfStatus(status) === "rejected")).toEqual([
      400, 401, 403, 404, 405, 406, 409, 410, 411, 413, 414, 415, 422, 429, 451,
    ]);
    expect(statuses.filter((status) => outcomeOfStatus(status) === "unknown")).toHaveLength(385);
  });

  test("leaves it unknown where a gateway answered while the vendor worked", () => {
    expect([408, 425, 500, 502, 503, 504, 520, 522, 524].map((status) => outcomeOfStatus(status))).toEqual(
      Array(9).fill("unknown"),
    );
  });
});

describe("a redirect", () => {
  test("says that nothing was done when the request is to be repeated elsewhere", () => {
    expect([307, 308].map((status) => outcomeOfRedirect(status))).toEqual(["rejected", "rejected"]);
  });

  test('leaves it unknown when it says "see there", or when the browser hides it', () => {
    expect([0, 300, 301, 302, 303, 304, 305, 306].map((status) => outcomeOfRedirect(status))).toEqual(
      Array(8).fill("unknown"),
    );
  });
});

describe("a success that cannot be read", () => {
  test("is something created when the operation creates", () => {
    expect(outcomeOfBrokenAnswer("create")).toBe("created_unreadable");
  });

  test("is unknown for everything else", () => {
    expect((["read", "query", "replace"] as const).map((effect) => outcomeOfBrokenAnswer(effect))).toEqual([
      "unknown",
      "unknown",
      "unknown",
    ]);
  });
});
