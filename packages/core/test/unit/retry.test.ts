import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cost, Effect } from "../../src/endpoint.js";
import type { ErrorCode, Outcome } from "../../src/errors/codes.js";
import { backoffMs, type FailedAttempt, mayResend, ResendBudget, resendPolicy } from "../../src/retry.js";
import { contract } from "./contract.js";

describe("the policy of an operation", () => {
  test.each<[Effect, Cost, "never" | undefined, number, boolean, number]>([
    ["read", "free", undefined, 3, true, Number.POSITIVE_INFINITY],
    ["query", "free", undefined, 2, true, 5000],
    ["replace", "free", undefined, 2, true, Number.POSITIVE_INFINITY],
    ["create", "free", undefined, 3, true, 0],
    ["create", "billed", undefined, 3, true, 0],
    ["read", "billed", undefined, 3, true, 0],
    ["query", "billed", undefined, 3, true, 0],
    ["replace", "billed", undefined, 3, true, 0],
    ["create", "free", "never", 3, false, 0],
    ["create", "billed", "never", 3, false, 0],
    ["read", "billed", "never", 3, false, 0],
    ["query", "billed", "never", 3, false, 0],
    ["replace", "billed", "never", 3, false, 0],
  ])(
    "%s, %s, resend %s: %i sends, unsent ones again %s, unknown ones within %d ms",
    (effect, cost, resend, attempts, notSent, unknownWithinMs) => {
      const endpoint = contract({ effect, cost, ...(resend === undefined ? {} : { resend }) });
      expect(resendPolicy(endpoint)).toEqual({ attempts, notSent, unknownWithinMs });
    },
  );

  test("is not decided by the HTTP method", () => {
    expect(resendPolicy(contract({ method: "POST", effect: "query" })).unknownWithinMs).toBe(5000);
    expect(resendPolicy(contract({ method: "GET", cost: "billed" })).unknownWithinMs).toBe(0);
    expect(resendPolicy(contract({ method: "PUT", effect: "create" })).unknownWithinMs).toBe(0);
  });
});

const failure = (facts: Partial<FailedAttempt>): FailedAttempt => ({
  code: "server",
  outcome: "unknown",
  attempt: 1,
  elapsedMs: 0,
  ...facts,
});
const read = resendPolicy(contract());
const query = resendPolicy(contract({ effect: "query" }));
const create = resendPolicy(contract({ effect: "create", cost: "billed" }));
const never = resendPolicy(contract({ effect: "create", cost: "billed", resend: "never" }));

describe("another send", () => {
  test.each<[string, Partial<FailedAttempt>, boolean, boolean, boolean]>([
    ["a name that was not found", { code: "network", outcome: "not_sent" }, true, true, false],
    ["a certificate", { code: "network", outcome: "not_sent", systemCode: "CERT_HAS_EXPIRED" }, false, false, false],
    ["a connection that broke", { code: "network", outcome: "unknown" }, true, false, false],
    ["an answer that was cut", { code: "truncated_body", outcome: "unknown", status: 200 }, true, false, false],
    [
      "a create's answer that was cut",
      { code: "truncated_body", outcome: "created_unreadable", status: 200 },
      false,
      false,
      false,
    ],
    ["429", { code: "rate_limited", outcome: "rejected", status: 429 }, true, true, false],
    ["408", { code: "server", outcome: "unknown", status: 408 }, true, false, false],
    ["425", { code: "refused", outcome: "unknown", status: 425 }, false, false, false],
    ["500", { code: "server", outcome: "unknown", status: 500 }, true, false, false],
    ["501", { code: "server", outcome: "unknown", status: 501 }, false, false, false],
    ["502", { code: "server", outcome: "unknown", status: 502 }, true, false, false],
    ["503", { code: "server", outcome: "unknown", status: 503 }, true, false, false],
    ["504", { code: "server", outcome: "unknown", status: 504 }, true, false, false],
    ["505", { code: "server", outcome: "unknown", status: 505 }, false, false, false],
    ["522", { code: "server", outcome: "unknown", status: 522 }, true, false, false],
    ["400", { code: "bad_request", outcome: "rejected", status: 400 }, false, false, false],
    ["401", { code: "authentication", outcome: "rejected", status: 401 }, false, false, false],
    ["403", { code: "permission", outcome: "rejected", status: 403 }, false, false, false],
    ["404", { code: "not_found", outcome: "rejected", status: 404 }, false, false, false],
    ["409", { code: "conflict", outcome: "rejected", status: 409 }, false, false, false],
    ["a redirect", { code: "redirect", outcome: "unknown", status: 302 }, false, false, false],
    [
      "a page in place of an answer",
      { code: "unexpected_content", outcome: "unknown", status: 200 },
      false,
      false,
      false,
    ],
    ["an answer that is not JSON", { code: "invalid_json", outcome: "unknown", status: 200 }, false, false, false],
    ["an answer of another shape", { code: "unexpected_shape", outcome: "unknown", status: 200 }, false, false, false],
    ["an answer that is too large", { code: "body_too_large", outcome: "unknown", status: 200 }, false, false, false],
    ["the deadline", { code: "timeout", outcome: "unknown" }, false, false, false],
    ["the deadline before anything was sent", { code: "timeout", outcome: "not_sent" }, false, false, false],
    ["the caller's abort", { code: "aborted", outcome: "unknown" }, false, false, false],
    ["an input that was refused", { code: "invalid_input", outcome: "not_sent" }, false, false, false],
  ])("after %s", (_, facts, ofRead, ofCreate, ofNever) => {
    const failed = failure(facts);
    expect([mayResend(read, failed), mayResend(create, failed), mayResend(never, failed)]).toEqual([
      ofRead,
      ofCreate,
      ofNever,
    ]);
  });

  test("of a billed create never follows an outcome that is not known, whatever failed", () => {
    const codes: ErrorCode[] = [
      "network",
      "timeout",
      "aborted",
      "redirect",
      "truncated_body",
      "server",
      "refused",
      "conflict",
      "invalid_json",
    ];
    const outcomes: Outcome[] = ["unknown", "created_unreadable"];
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.constantFrom(...outcomes),
        fc.option(fc.integer({ min: 200, max: 599 }), { nil: undefined }),
        fc.constantFrom(1, 2, 3),
        fc.double({ min: 0 }),
        (code, outcome, status, attempt, elapsedMs) => {
          expect(mayResend(create, { code, outcome, status, attempt, elapsedMs })).toBe(false);
          expect(mayResend(never, { code, outcome, status, attempt, elapsedMs })).toBe(false);
        },
      ),
    );
  });

  test("of a query follows an unknown outcome that came within five seconds only", () => {
    expect(mayResend(query, failure({ status: 502, elapsedMs: 4999 }))).toBe(true);
    expect(mayResend(query, failure({ status: 502, elapsedMs: 5000 }))).toBe(false);
  });

  test("is made until the attempts are used up", () => {
    expect([1, 2, 3, 4].map((attempt) => mayResend(read, failure({ status: 503, attempt })))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([1, 2, 3].map((attempt) => mayResend(query, failure({ status: 503, attempt })))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("after 429 is made until the attempts are used up as well", () => {
    const limited: Partial<FailedAttempt> = { code: "rate_limited", outcome: "rejected", status: 429 };
    expect([1, 2, 3].map((attempt) => mayResend(create, failure({ ...limited, attempt })))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("the wait before it", () => {
  const most = (): number => 1;

  test("doubles from 50 ms and never passes 5 s", () => {
    expect([1, 2, 3, 4, 7, 8, 50].map((attempt) => backoffMs(failure({ attempt }), most))).toEqual([
      50, 100, 200, 400, 3200, 5000, 5000,
    ]);
  });

  test("begins at one second after 429", () => {
    expect([1, 2, 3, 4].map((attempt) => backoffMs(failure({ code: "rate_limited", attempt }), most))).toEqual([
      1000, 2000, 4000, 5000,
    ]);
  });

  test("is drawn evenly from nothing to its limit, so that clients do not come back together", () => {
    expect(backoffMs(failure({ attempt: 3 }), () => 0)).toBe(0);
    expect(backoffMs(failure({ attempt: 3 }), () => 0.25)).toBe(50);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          const wait = backoffMs(failure({ attempt }), () => random) ?? -1;
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(Math.min(5000, 50 * 2 ** (attempt - 1)));
        },
      ),
    );
  });

  test("is at least as long as the vendor asks", () => {
    expect(backoffMs(failure({ retryAfterMs: 30_000 }), most)).toBe(30_000);
    expect(backoffMs(failure({ retryAfterMs: 10 }), most)).toBe(50);
    expect(backoffMs(failure({ retryAfterMs: 0 }), () => 0)).toBe(0);
  });

  test("is not made at all when the vendor asks for more than a minute", () => {
    expect(backoffMs(failure({ retryAfterMs: 60_000 }), most)).toBe(60_000);
    expect(backoffMs(failure({ retryAfterMs: 60_001 }), most)).toBeUndefined();
    expect(backoffMs(failure({ retryAfterMs: Number.MAX_SAFE_INTEGER }), most)).toBeUndefined();
  });
});

describe("the budget of resends", () => {
  test("costs 14 for a failure and 5 for 429", () => {
    const budget = new ResendBudget();
    expect([budget.take("server"), budget.left]).toEqual([14, 486]);
    expect([budget.take("network"), budget.left]).toEqual([14, 472]);
    expect([budget.take("rate_limited"), budget.left]).toEqual([5, 467]);
  });

  test("pays 35 resends in an outage and none after them", () => {
    const budget = new ResendBudget();
    const paid = Array.from({ length: 1000 }, () => budget.take("server")).filter((price) => price !== undefined);
    expect(paid).toHaveLength(35);
    expect(budget.left).toBe(10);
    expect(budget.take("server")).toBeUndefined();
    expect(budget.take("rate_limited")).toBe(5);
  });

  test("is spent to the last token", () => {
    const budget = new ResendBudget();
    const paid = Array.from({ length: 101 }, () => budget.take("rate_limited"));
    expect(paid).toEqual([...Array(100).fill(5), undefined]);
    expect(budget.left).toBe(0);
  });

  test("gets the price back when the resend succeeds", () => {
    const budget = new ResendBudget();
    budget.give(budget.take("server") ?? 0);
    expect(budget.left).toBe(500);
  });

  test("gets one token for each success at the first send", () => {
    const budget = new ResendBudget();
    budget.take("server");
    budget.give(0);
    expect(budget.left).toBe(487);
  });

  test("never holds more than 500 nor less than none", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("server", "rate_limited", "success", "paid success"), { maxLength: 300 }),
        (events) => {
          const budget = new ResendBudget();
          for (const event of events) {
            if (event === "success") budget.give(0);
            else if (event === "paid success") budget.give(14);
            else budget.take(event as ErrorCode);
            expect(budget.left).toBeGreaterThanOrEqual(0);
            expect(budget.left).toBeLessThanOrEqual(500);
          }
        },
      ),
    );
  });
});
