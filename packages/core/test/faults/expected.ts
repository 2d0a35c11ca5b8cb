import type { ErrorCode, Outcome } from "../../src/index.js";
import type { FaultName } from "../../src/testing/node/index.js";
import { contracts, isPrecious, type Operation } from "./contracts.js";

/** What a fault must lead to. Written from the rules, not from what the library does. */
export interface Expectation {
  /** "value" when the call succeeds in spite of it. */
  readonly result: "value" | { readonly code: ErrorCode; readonly outcome: Outcome };
  /** Requests that reach the vendor in all. */
  readonly sends: number;
}

/** How a fault looks from the client's side. */
type Kind =
  /** No fault at all. */
  | { readonly kind: "fine" }
  /** The connection broke: the vendor may have done it. */
  | { readonly kind: "broken" }
  /** The time was up. */
  | { readonly kind: "silent" }
  /** A success that cannot be read; a cut one may be read at the next try. */
  | { readonly kind: "unreadable"; readonly code: ErrorCode; readonly again?: true }
  /** An error status that leaves open whether it was done. */
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly again?: true }
  /** The vendor said no before work. */
  | { readonly kind: "refused"; readonly code: ErrorCode; readonly again?: true };

const broken: Kind = { kind: "broken" };
const silent: Kind = { kind: "silent" };
const cut: Kind = { kind: "unreadable", code: "truncated_body", again: true };
const bomb: Kind = { kind: "unreadable", code: "body_too_large" };
const failed: Kind = { kind: "failed", code: "server", again: true };
const seeOther: Kind = { kind: "failed", code: "redirect" };
const goElsewhere: Kind = { kind: "refused", code: "redirect" };
const slowDown: Kind = { kind: "refused", code: "rate_limited", again: true };

/** Each fault's kind; a fault without an entry does not compile. */
export const kinds: Readonly<Record<FaultName, Kind>> = {
  ok: { kind: "fine" },
  "slow-ok": { kind: "fine" },
  "wrong-content-type-json": { kind: "fine" },
  // Node's fetch takes an interim answer that nobody asked for as a broken one.
  "100-continue-then-ok": broken,
  "fin-before-request": broken,
  "rst-on-accept": broken,
  "fin-after-request": broken,
  "rst-after-request": broken,
  "late-commit": broken,
  garbage: broken,
  "cut-header": broken,
  "cut-body": cut,
  "cut-chunked": cut,
  "rst-body": cut,
  "truncated-json": cut,
  "gzip-cut": cut,
  "stall-headers": silent,
  "stall-body": silent,
  "drip-body": silent,
  "html-200": { kind: "unreadable", code: "unexpected_content" },
  "empty-200": { kind: "unreadable", code: "unexpected_content" },
  "bad-utf8": { kind: "unreadable", code: "unexpected_content" },
  "invalid-json": { kind: "unreadable", code: "invalid_json" },
  "duplicate-key": { kind: "unreadable", code: "invalid_json" },
  "unsafe-integer": { kind: "unreadable", code: "invalid_json" },
  "wrong-shape": { kind: "unreadable", code: "unexpected_shape" },
  "gzip-bomb": bomb,
  "deep-json": bomb,
  "wide-json": bomb,
  "huge-content-length": bomb,
  "html-502": failed,
  "empty-504": failed,
  "json-500": failed,
  "json-503": failed,
  "408-close": { kind: "failed", code: "server", again: true },
  "301": seeOther,
  "302": seeOther,
  "303": seeOther,
  "307": goElsewhere,
  "308": goElsewhere,
  "429": slowDown,
  "429-nonsense": slowDown,
  "429-forever": { kind: "refused", code: "rate_limited" },
};

/** Sends that an operation may use up when each of them fails and may be repeated. */
const patience: Readonly<Record<Operation, number>> = {
  getCheck: 3,
  listChecks: 3,
  searchChecks: 2,
  replaceCheck: 2,
  addNote: 1,
  orderCheck: 1,
  orderFindableCheck: 1,
  getMeteredRisk: 1,
};

/** What an operation must come to under a fault. */
export function expectationFor(operation: Operation, fault: FaultName): Expectation {
  const { effect } = contracts[operation];
  const kind = kinds[fault];
  const precious = isPrecious(operation);
  // Where money or a record is at stake, "unknown" is told as such.
  const unknown = (code: ErrorCode) => ({
    code: precious ? ("outcome_unknown" as const) : code,
    outcome: "unknown" as const,
  });
  switch (kind.kind) {
    case "fine":
      return { result: "value", sends: 1 };
    case "broken":
      return { result: unknown("network"), sends: patience[operation] };
    case "silent":
      return { result: unknown("timeout"), sends: 1 };
    case "failed":
      return { result: unknown(kind.code), sends: kind.again ? patience[operation] : 1 };
    case "unreadable":
      if (effect === "create") return { result: { code: kind.code, outcome: "created_unreadable" }, sends: 1 };
      return { result: unknown(kind.code), sends: kind.again ? patience[operation] : 1 };
    case "refused":
      // Nothing was done, so that even a billed create may be sent again.
      return {
        result: { code: kind.code, outcome: "rejected" },
        sends: kind.again ? (precious ? 3 : patience[operation]) : 1,
      };
  }
}
