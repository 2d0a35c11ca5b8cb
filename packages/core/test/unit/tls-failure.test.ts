import { describe, expect, test } from "vitest";
import { foreignCode } from "../../src/errors/sdk-error.js";
import { outcomeOfNetworkFailure } from "../../src/outcome.js";
import { mayResend, resendPolicy } from "../../src/retry.js";
import { contract } from "./contract.js";

const failed = (code: string | undefined, message: string, cause?: Error): Error =>
  Object.assign(new TypeError(message, { cause }), code === undefined ? {} : { code });
const byNode = (code: string): Error => failed(undefined, "fetch failed", failed(code, "…"));
const byDeno = (words: string): Error =>
  failed(undefined, "fetch failed", new Error(`error sending request for url (https://vendor.test/): ${words}`));
const handshake = "The TLS handshake failed. Does the server speak TLS on this port?";

/** As Node 24, Bun 1.4 and Deno 2.9 tell it. */
const inHandshake: readonly [string, Error][] = [
  ["Node: TLS 1.1", byNode("ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION")],
  ["Node: expired", byNode("CERT_HAS_EXPIRED")],
  ["Bun: TLS 1.1", failed("EPROTO", `EPROTO: ${handshake}`)],
  ["Bun: another host", failed("ERR_TLS_CERT_ALTNAME_INVALID", "ERR_TLS_CERT_ALTNAME_INVALID fetching")],
  ["Deno: unknown issuer", byDeno("client error (Connect): invalid peer certificate: UnknownIssuer")],
  ["Deno: TLS 1.1", byDeno("client error (Connect): received fatal alert: ProtocolVersion")],
  ["Deno: no TLS", byDeno("client error (Connect): received corrupt message of type InvalidContentType")],
];

describe("a handshake that failed", () => {
  test.each(inHandshake)("sent nothing and is not tried again: %s", (_, error) => {
    const systemCode = foreignCode(error);
    const outcome = outcomeOfNetworkFailure(error);
    expect(outcome).toBe("not_sent");
    const attempt = { code: "network", outcome, systemCode, attempt: 1, elapsedMs: 0 } as const;
    expect(mayResend(resendPolicy(contract()), attempt)).toBe(false);
    expect(mayResend(resendPolicy(contract({ effect: "create", cost: "billed" })), attempt)).toBe(false);
  });
});

describe("TLS that may have broken after the request was read", () => {
  test.each([
    [
      "Node: a client certificate is asked for, which TLS 1.3 says late",
      byNode("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"),
    ],
    ["Node: bytes that are no TLS", byNode("ERR_SSL_WRONG_VERSION_NUMBER")],
    ["Bun: a protocol error without words", failed("EPROTO", "EPROTO")],
    [
      "Deno: an alert on a connection that stood",
      byDeno("client error (SendRequest): received fatal alert: InternalError"),
    ],
  ])("is unknown: %s", (_, error) => {
    expect(outcomeOfNetworkFailure(error)).toBe("unknown");
  });
});

test("a refused connection of Deno's is no failed handshake, and is tried again", () => {
  const error = byDeno("client error (Connect): tcp connect error: Connection refused (os error 111)");
  const attempt = { code: "network", outcome: outcomeOfNetworkFailure(error), attempt: 1, elapsedMs: 0 } as const;
  expect([attempt.outcome, foreignCode(error)]).toEqual(["not_sent", undefined]);
  expect(mayResend(resendPolicy(contract()), attempt)).toBe(true);
});
