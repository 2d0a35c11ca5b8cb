import type { Intent } from "../intents/types.js";
import type { ErrorCode } from "./codes.js";
import type { Reconcile, Reconciled, ReconcileOptions } from "./outcome-errors.js";
import { type CallFacts, SdkError } from "./sdk-error.js";

/** A billed call was refused because its reference is taken; nothing was sent. */
abstract class IntentError extends SdkError {
  readonly #intents: readonly Intent[];

  /** @hidden */
  constructor(name: string, code: ErrorCode, facts: CallFacts, intents: readonly Intent[], says: string) {
    super({ name, code, outcome: "not_sent", facts, says });
    this.#intents = intents;
  }

  /** The intents in the way, never printed: references are the caller's. */
  get intents(): readonly Intent[] {
    return this.#intents;
  }
}

/** The reference was used before with another input. */
export class IntentMismatchError extends IntentError {
  /** @hidden */
  constructor(facts: CallFacts, intents: readonly Intent[]) {
    super(
      "IntentMismatchError",
      "intent_mismatch",
      facts,
      intents,
      "its reference was used before with another input. Take a new reference, or repeat the input as it was.",
    );
  }
}

/** What the reference stands for exists already. */
export class IntentDoneError extends IntentError {
  /** Ids of what was created; empty when they were never known. */
  readonly ids: readonly (string | number)[];

  /** @hidden */
  constructor(facts: CallFacts, intents: readonly Intent[]) {
    super(
      "IntentDoneError",
      "intent_done",
      facts,
      intents,
      "it was done before under this reference; `ids` names what was created. Take a new reference to do it again.",
    );
    this.ids = intents.flatMap((intent) => intent.ids);
  }
}

/** Another call with the same reference is under way, or ended without anybody knowing how. */
export class IntentInFlightError extends IntentError {
  /** Whether {@link IntentInFlightError.reconcile} can find out. */
  readonly canReconcile: boolean;
  readonly #reconcile: Reconcile<unknown> | undefined;

  /** @hidden */
  constructor(facts: CallFacts, intents: readonly Intent[], reconcile: Reconcile<unknown> | undefined) {
    super(
      "IntentInFlightError",
      "intent_in_flight",
      facts,
      intents,
      `the same was begun before under this reference and has not ended. ${
        reconcile === undefined
          ? "This vendor offers no look-up: a callback or a person has to settle it."
          : "Call reconcile() to find out what became of it."
      }`,
    );
    this.canReconcile = reconcile !== undefined;
    this.#reconcile = reconcile;
  }

  /**
   * Looks the record of the earlier call up, as `OutcomeUnknownError.reconcile` does, and settles the intent.
   *
   * @throws {@link SdkError} when the vendor offers no look-up, or more than one record fits.
   */
  async reconcile(options: ReconcileOptions = {}): Promise<Reconciled<unknown>> {
    if (this.#reconcile === undefined) throw this;
    return await this.#reconcile(options);
  }
}
