import type { AnyEndpoint } from "./endpoint.js";
import type { ErrorCode, Outcome } from "./errors/codes.js";

/** What is known about a failed attempt. */
export interface FailedAttempt {
  readonly code: ErrorCode;
  readonly outcome: Outcome;
  /** The runtime's own code of a broken connection, if it gave one. */
  readonly systemCode?: string | undefined;
  /** Status of the answer, if there was one. */
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Attempts made so far, this one included. */
  readonly attempt: number;
  /** Milliseconds since the call began. */
  readonly elapsedMs: number;
}

/** How often, and after which failures, an operation may be sent again. */
export interface ResendPolicy {
  /** Sends in all. */
  readonly attempts: number;
  /** After a failure that provably sent nothing. */
  readonly notSent: boolean;
  /** After an unknown outcome, if it came within this many milliseconds. */
  readonly unknownWithinMs: number;
  /** Never after these statuses. */
  readonly final?: readonly number[] | undefined;
}

/** The policy of an operation: what it does at the vendor decides, not its HTTP method. */
export function resendPolicy(endpoint: AnyEndpoint): ResendPolicy {
  const moneyOrRecord = endpoint.effect === "create" || endpoint.cost === "billed";
  const { final } = endpoint;
  if (moneyOrRecord) return { attempts: 3, notSent: endpoint.resend !== "never", unknownWithinMs: 0, final };
  if (endpoint.effect === "query") return { attempts: 2, notSent: true, unknownWithinMs: 5000, final };
  const attempts = endpoint.effect === "read" ? 3 : 2;
  return { attempts, notSent: true, unknownWithinMs: Number.POSITIVE_INFINITY, final };
}

/** Whether a failure may be followed by another send under a policy. */
export function mayResend(policy: ResendPolicy, failed: FailedAttempt): boolean {
  if (failed.attempt >= policy.attempts || policy.final?.includes(failed.status ?? 0) === true) return false;
  if (failed.code === "rate_limited") return policy.notSent;
  if (!transient(failed)) return false;
  if (failed.outcome === "not_sent") return policy.notSent;
  return failed.outcome === "unknown" && failed.elapsedMs < policy.unknownWithinMs;
}

/** A certificate does not heal within a call, nor does a page in place of an answer. */
function transient(failed: FailedAttempt): boolean {
  if (failed.code === "network") return !/CERT|SSL|TLS|UNABLE_TO/.test(failed.systemCode ?? "");
  if (failed.code === "truncated_body") return true;
  const { status = 0 } = failed;
  return (status === 408 || status >= 500) && status !== 501 && status !== 505;
}

/** Waits inside a call are at most this long; a longer hint ends the call and is told to the caller. */
export const longestHintMs = 60_000;

/** How long to wait before the next send, by the vendor's hint or by full jitter; `undefined` when the hint is too long. */
export function backoffMs(failed: FailedAttempt, random: () => number): number | undefined {
  const base = failed.code === "rate_limited" ? 1000 : 50;
  const own = random() * Math.min(5000, base * 2 ** (failed.attempt - 1));
  if (failed.retryAfterMs === undefined) return own;
  return failed.retryAfterMs > longestHintMs ? undefined : Math.max(own, failed.retryAfterMs);
}

/**
 * Tokens that resends draw on, shared by all calls of a client: an outage at the vendor is not answered with a storm.
 *
 * 500 tokens; a resend costs 14, after a 429 5; a success gives its cost back, or 1.
 */
export class ResendBudget {
  #tokens = 500;

  /** Takes the price of a resend; `undefined` when there is not enough left. */
  take(code: ErrorCode): number | undefined {
    const price = code === "rate_limited" ? 5 : 14;
    if (this.#tokens < price) return undefined;
    this.#tokens -= price;
    return price;
  }

  /** Gives back after a success. */
  give(price: number): void {
    this.#tokens = Math.min(500, this.#tokens + (price === 0 ? 1 : price));
  }

  /** Tokens left. */
  get left(): number {
    return this.#tokens;
  }
}
