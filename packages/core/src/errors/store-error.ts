import { type CallFacts, SdkError } from "./sdk-error.js";

/** The store of the intents or of the spend guard failed before the send; nothing was sent. Call again when it is back. */
export class StoreError extends SdkError {
  /** @hidden */
  constructor(facts: CallFacts, cause: unknown) {
    super({
      name: "StoreError",
      code: "store",
      outcome: "not_sent",
      facts,
      says: "the store that keeps it from being bought twice could not be asked, so nothing was sent. Call again when it is back.",
      cause,
    });
  }
}
