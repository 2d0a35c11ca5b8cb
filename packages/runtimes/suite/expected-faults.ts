import type { FaultName } from "./lab.ts";

/** What a free read and a billed create must come to under a fault, as `code, outcome`; the create is sent once in any case. */
export interface Expected {
  readonly read: string;
  readonly create: string;
  /** Times that the read is sent; absent where its request is never read. */
  readonly reads?: number;
}

const fine: Expected = { read: "value", create: "value", reads: 1 };
const broken: Expected = { read: "network, unknown", create: "outcome_unknown, unknown", reads: 3 };
const unsent: Expected = { read: "network, unknown", create: "outcome_unknown, unknown" };
const silent: Expected = { read: "timeout, unknown", create: "outcome_unknown, unknown", reads: 1 };
const failed: Expected = { read: "server, unknown", create: "outcome_unknown, unknown", reads: 3 };
const seeOther: Expected = { read: "redirect, unknown", create: "outcome_unknown, unknown", reads: 1 };
const elsewhere: Expected = { read: "redirect, rejected", create: "redirect, rejected", reads: 1 };
const limited: Expected = { read: "rate_limited, rejected", create: "rate_limited, rejected", reads: 3 };
const cut = unreadable("truncated_body", 3);
const odd = unreadable("unexpected_content");
const notJson = unreadable("invalid_json");
const tooLarge = unreadable("body_too_large");

function unreadable(code: string, reads = 1): Expected {
  return { read: `${code}, unknown`, create: `${code}, created_unreadable`, reads };
}

/** Written from the rules of resending, not from what any runtime does. A fault without an entry does not compile. */
export const expectedFaults: Readonly<Record<FaultName, Expected>> = {
  ok: fine,
  "slow-ok": fine,
  "100-continue-then-ok": fine,
  "wrong-content-type-json": fine,
  "fin-before-request": unsent,
  "rst-on-accept": unsent,
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
  "html-200": odd,
  "empty-200": odd,
  "bad-utf8": odd,
  "html-502": failed,
  "empty-504": failed,
  "json-500": failed,
  "json-503": failed,
  "408-close": failed,
  "429": limited,
  "429-nonsense": limited,
  "429-forever": { ...limited, reads: 1 },
  "301": seeOther,
  "302": seeOther,
  "303": seeOther,
  "307": elsewhere,
  "308": elsewhere,
  "invalid-json": notJson,
  "duplicate-key": notJson,
  "unsafe-integer": notJson,
  "wrong-shape": unreadable("unexpected_shape"),
  "gzip-bomb": tooLarge,
  "deep-json": tooLarge,
  "wide-json": tooLarge,
  "huge-content-length": tooLarge,
};

/** Where a runtime cannot tell what the others can, or tells more. */
export interface Deviation extends Expected {
  readonly why: string;
  /** Whether the usual is seen as well, by chance. */
  readonly orUsual?: true;
}

const opaque: Deviation = { ...seeOther, why: "a page is not shown which status a redirect has" };

/** What differs, by runtime; everything else is the same everywhere. */
export const deviations: Readonly<Record<string, Partial<Record<FaultName, Deviation>>>> = {
  Node: {
    "100-continue-then-ok": {
      ...broken,
      why: "its fetch takes an interim answer that nobody asked for as a broken one",
    },
  },
  Deno: {
    "rst-on-accept": {
      read: "network, not_sent",
      create: "network, not_sent",
      why: "it may say that connecting failed, so that nothing was sent; the others cannot tell",
      orUsual: true,
    },
  },
  Chromium: {
    "307": opaque,
    "308": opaque,
    "cut-header": { ...odd, why: "it reports a header that was cut as 200 without a body" },
  },
};
