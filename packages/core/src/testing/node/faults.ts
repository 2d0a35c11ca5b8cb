/** What each fault does. "Reads all" means: the request stands in the ledger, so a vendor would have done the work. */
export const faults = {
  ok: "Answers the JSON with 200.",
  "slow-ok": "Answers the JSON after 200 ms, or after `afterMs`.",
  "100-continue-then-ok": "Sends an interim 100 before the 200.",
  "wrong-content-type-json": "Answers the JSON as text/plain, as some vendors do.",
  "fin-before-request": "Closes the connection before it has read a request.",
  "rst-on-accept": "Resets the connection before it has read a request.",
  "fin-after-request": "Reads all, then closes the connection.",
  "rst-after-request": "Reads all, then resets the connection.",
  "late-commit": "Reads all, closes at once, and does the work `afterMs` later (200 ms).",
  garbage: "Answers with bytes that are not HTTP.",
  "cut-header": "Closes in the middle of a header line.",
  "cut-body": "Announces a length, sends half of it and closes.",
  "cut-chunked": "Sends half of a chunked body and closes without its end.",
  "rst-body": "Sends half of the body, then resets the connection.",
  "stall-headers": "Reads all and never answers.",
  "stall-body": "Sends headers and half of the body, then nothing more.",
  "drip-body": "Sends one byte of an endless body each 100 ms.",
  "html-200": "Answers 200 with a sign-in page.",
  "html-502": "Answers 502 with a gateway's page.",
  "empty-200": "Answers 200 without a body.",
  "empty-504": "Answers 504 without a body.",
  "json-500": "Answers 500 with a JSON error.",
  "json-503": "Answers 503 with a JSON error.",
  "408-close": "Answers 408 and closes the connection.",
  "429": "Answers 429, Retry-After 1.",
  "429-forever": "Answers 429 with a Retry-After of three years.",
  "429-nonsense": "Answers 429 with a Retry-After that is not one.",
  "301": "Redirects with 301 to `location`.",
  "302": "Redirects with 302 to `location`.",
  "303": "Redirects with 303 to `location`.",
  "307": "Redirects with 307 to `location`.",
  "308": "Redirects with 308 to `location`.",
  "invalid-json": "Answers 200 with text that is close to JSON.",
  "truncated-json": "Answers 200 with the JSON cut in half and the right length for it.",
  "wrong-shape": "Answers 200 with JSON of another shape.",
  "duplicate-key": "Answers the JSON with each of its keys twice.",
  "unsafe-integer": "Answers the JSON with an integer that JavaScript rounds.",
  "bad-utf8": "Answers the JSON with bytes that are not UTF-8.",
  "gzip-cut": "Answers with half of a gzip stream and the right length for it.",
  "gzip-bomb": "Answers with 300 KB of gzip that inflate to 300 MB of one JSON string.",
  "deep-json": "Answers with 100,000 levels of nesting.",
  "wide-json": "Answers with 500,000 items.",
  "huge-content-length": "Announces 10 GB and sends the first bytes of it.",
} as const satisfies Record<string, string>;

/** Name of a fault. */
export type FaultName = keyof typeof faults;

/** Faults that strike before a request is read; no script sees a request for them. */
export type ConnectionFaultName = "fin-before-request" | "rst-on-accept";

/** Faults that answer a request. */
export type RequestFaultName = Exclude<FaultName, ConnectionFaultName>;

/** All names. */
export const faultNames = Object.keys(faults) as readonly FaultName[];

/** The names that a script function may return. */
export const requestFaultNames = faultNames.filter(isRequestFault);

/** Whether a fault answers a request. */
export function isRequestFault(name: FaultName): name is RequestFaultName {
  return name !== "fin-before-request" && name !== "rst-on-accept";
}

/** A fault with its own settings. */
export interface Fault<Name extends FaultName = FaultName> {
  readonly name: Name;
  /** JSON to answer in place of the server's own. */
  readonly answer?: unknown;
  /** Milliseconds before the answer (`slow-ok`) or the commit (`late-commit`). */
  readonly afterMs?: number;
  /** Where a redirect points. */
  readonly location?: string;
}
