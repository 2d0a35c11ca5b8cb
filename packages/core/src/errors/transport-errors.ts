import type { Outcome } from "./codes.js";
import { type CallFacts, SdkError } from "./sdk-error.js";

/** No answer came: name look-up, connection, TLS or a broken socket. */
export class NetworkError extends SdkError {
  /** The runtime's own code, such as `ECONNREFUSED`; `ERR_TLS_HANDSHAKE` where it tells of that by words alone; absent where a runtime gives none. */
  declare readonly systemCode?: string;

  /** @hidden */
  constructor(facts: CallFacts, outcome: Outcome, systemCode: string | undefined, cause: unknown) {
    super({
      name: "NetworkError",
      code: "network",
      outcome,
      facts,
      says:
        outcome === "not_sent"
          ? "the vendor could not be reached; nothing was sent."
          : "the connection broke after the request may have been sent.",
      cause,
    });
    if (systemCode !== undefined) this.systemCode = systemCode;
  }
}

/** A fault in this library, or in a function that was given to it. */
export class InternalError extends SdkError {
  /** @hidden */
  constructor(facts: CallFacts, outcome: Outcome, cause: unknown) {
    super({
      name: "InternalError",
      code: "internal",
      outcome,
      facts,
      says: "failed by itself, not by the vendor. If no function of yours was at work, please report it.",
      cause,
    });
  }
}

/** Where a call stood when its time was up. */
export type CallPhase = "waiting" | "headers" | "body" | "authentication";

/** The deadline of the call passed. */
export class TimeoutError extends SdkError {
  /** The deadline, in milliseconds. */
  readonly timeoutMs: number;
  /** Where the call stood. */
  readonly phase: CallPhase;

  /** @hidden */
  constructor(facts: CallFacts, outcome: Outcome, timeoutMs: number, phase: CallPhase) {
    super({
      name: "TimeoutError",
      code: "timeout",
      outcome,
      facts,
      says: `the deadline of ${timeoutMs} ms passed (${phase}). Set \`timeout\` for a longer one.`,
    });
    this.timeoutMs = timeoutMs;
    this.phase = phase;
  }
}

/** The caller's signal was aborted. */
export class AbortedError extends SdkError {
  /** Where the call stood. */
  readonly phase: CallPhase;

  /** @hidden */
  constructor(facts: CallFacts, outcome: Outcome, phase: CallPhase) {
    super({
      name: "AbortedError",
      code: "aborted",
      outcome,
      facts,
      says: `the caller's signal was aborted (${phase}).`,
    });
    this.phase = phase;
  }
}

/** The vendor answered with a redirect. It is never followed: key and body would travel along. */
export class RedirectError extends SdkError {
  /** HTTP status; 0 in browsers, which hide it. */
  readonly status: number;
  /** Whether the target is another origin; absent when the answer did not say. */
  declare readonly crossOrigin?: boolean;

  /** @hidden */
  constructor(facts: CallFacts, outcome: Outcome, status: number, crossOrigin: boolean | undefined) {
    super({
      name: "RedirectError",
      code: "redirect",
      outcome,
      facts,
      says: `answered with a redirect (${status === 0 ? "status hidden by the browser" : status}), which is never followed. Check the base URL.`,
    });
    this.status = status;
    if (crossOrigin !== undefined) this.crossOrigin = crossOrigin;
  }
}
