import { type CallFacts, SdkError } from "./sdk-error.js";

/** The window of a spend guard is used up; nothing was sent. */
export class SpendLimitError extends SdkError {
  /** Most billed units in one window. */
  readonly limit: number;
  /** Milliseconds of one window. */
  readonly windowMs: number;
  /** Milliseconds until the next window begins. */
  readonly retryAfterMs: number;

  /** @hidden */
  constructor(facts: CallFacts, limit: number, windowMs: number, retryAfterMs: number) {
    super({
      name: "SpendLimitError",
      code: "spend_limit",
      outcome: "not_sent",
      facts,
      says: `it would be more than the ${limit} billed units that \`maxBillable\` allows in ${windowMs} ms. Wait for the next window, or raise the limit.`,
    });
    this.limit = limit;
    this.windowMs = windowMs;
    this.retryAfterMs = retryAfterMs;
  }
}
