import { Interrupted } from "./deadline.js";
import type { AnyEndpoint } from "./endpoint.js";
import type { ApiError } from "./errors/api-error.js";
import type { Outcome } from "./errors/codes.js";
import { type CallFacts, isSdkError, type SdkError } from "./errors/sdk-error.js";
import { AbortedError, InternalError, type NetworkError, TimeoutError } from "./errors/transport-errors.js";
import type { AttemptEvent } from "./hooks.js";
import type { FailedAttempt } from "./retry.js";

/** How far one call has got: what its errors, its events and its resends are decided by. */
export class Progress {
  /** When the call began, on the clock that only goes forward. */
  readonly began = performance.now();
  #startedAt: Date | undefined;
  /** Requests sent so far. */
  attempts = 0;
  /** How far the attempts got that are over. */
  past: Outcome = "not_sent";
  /** Whether the attempt under way may have left this machine. */
  sent = false;
  readonly #vendor: string;
  readonly #endpoint: AnyEndpoint;
  readonly #path: string;

  constructor(vendor: string, endpoint: AnyEndpoint, path: string) {
    this.#vendor = vendor;
    this.#endpoint = endpoint;
    this.#path = path;
  }

  get #elapsed(): number {
    return performance.now() - this.began;
  }

  /** When the call began. Asked for by few, and reading a clock is not free. */
  get startedAt(): Date {
    return (this.#startedAt ??= new Date(Date.now() - this.#elapsed));
  }

  /** What errors tell. */
  facts(): CallFacts {
    const { attempts } = this;
    return { vendor: this.#vendor, operation: this.#endpoint.name, attempts, elapsedMs: Math.round(this.#elapsed) };
  }

  /** What hooks are told. */
  event(): AttemptEvent {
    const { name, effect, cost, method } = this.#endpoint;
    return {
      vendor: this.#vendor,
      operation: name,
      effect,
      cost,
      method,
      path: this.#path,
      attempt: this.attempts,
      elapsedMs: Math.round(this.#elapsed),
    };
  }

  /** A replacement that an earlier attempt may have made is not undone by a later refusal; a read has nothing to undo. */
  further(now: Outcome): Outcome {
    return this.past === "unknown" && this.#endpoint.effect === "replace" ? "unknown" : now;
  }

  /** Notes an attempt that is over, and how far it got. */
  over(outcome: Outcome): void {
    this.past = outcome;
    this.sent = false;
  }

  /** What the resend rules look at; `undefined` for what is no failure of the vendor or the way to it. */
  failed(error: unknown): FailedAttempt | undefined {
    if (!isSdkError(error)) return undefined;
    const { status, retryAfterMs, systemCode } = error as Partial<ApiError & NetworkError>;
    const { code, outcome } = error;
    return { code, outcome, systemCode, status, retryAfterMs, attempt: this.attempts, elapsedMs: this.#elapsed };
  }

  /** Any failure as an error of ours. */
  typed(error: unknown, timeoutMs: number): SdkError {
    if (isSdkError(error)) return error;
    const outcome: Outcome = this.sent ? "unknown" : this.past;
    if (!(error instanceof Interrupted)) return new InternalError(this.facts(), outcome, error);
    return error.by === "deadline"
      ? new TimeoutError(this.facts(), outcome, timeoutMs, error.phase)
      : new AbortedError(this.facts(), outcome, error.phase);
  }
}
