import type { PartsOf } from "../endpoint.js";
import { type CallFacts, SdkError } from "./sdk-error.js";

/** What looking the record up showed. */
export type Reconciled<Output> =
  /** It was created; this is what the lost answer would have said. */
  | { readonly status: "created"; readonly value: Output }
  /** Only these elements of a batch were created; `undefined` marks those that may be sent again now. */
  | { readonly status: "partly_created"; readonly value: PartsOf<Output> }
  /** Nothing was created, and nothing will be any more: sending again is safe now. */
  | { readonly status: "not_created" }
  /** Nothing was seen, and at this vendor that proves nothing: a person has to find out. Do not send it again. */
  | { readonly status: "unclear" };

/** Choices for {@link OutcomeUnknownError.reconcile}. */
export interface ReconcileOptions {
  /** How long a late commit is waited for, in milliseconds from the end of the call. Default 360,000: shorter risks a second charge. */
  readonly settleMs?: number;
  /** Ends the look-up early. */
  readonly signal?: AbortSignal;
}

/** A failure with a look-up. */
export interface Reconcilable<Output = unknown> {
  readonly canReconcile: true;
  /** Finds out what became of the call. */
  reconcile(options?: ReconcileOptions): Promise<Reconciled<Output>>;
}

/** Looks the record of a lost answer up. */
export type Reconcile<Output> = (options?: ReconcileOptions) => Promise<Reconciled<Output>>;

/**
 * A call that costs money or leaves a record may or may not have been done.
 *
 * It was sent once and is not sent again. Look it up with {@link OutcomeUnknownError.reconcile} before repeating it.
 */
export class OutcomeUnknownError<Output = unknown> extends SdkError {
  /** When the request was sent first. */
  readonly startedAt: Date;
  /** Whether the vendor has a way to look the record up. */
  readonly canReconcile: boolean;
  readonly #reference: string | undefined;
  readonly #reconcile: Reconcile<Output> | undefined;

  /** @hidden */
  constructor(
    facts: CallFacts,
    startedAt: Date,
    reference: string | undefined,
    reconcile: Reconcile<Output> | undefined,
    cause: SdkError,
  ) {
    super({
      name: "OutcomeUnknownError",
      code: "outcome_unknown",
      outcome: "unknown",
      facts,
      says: `the vendor may have done it, and it was not sent again (${cause.code}). ${
        reconcile === undefined
          ? "This vendor offers no look-up: wait for its callback, or have a person check before repeating."
          : "Call reconcile() before repeating."
      }`,
      cause,
    });
    this.startedAt = startedAt;
    this.canReconcile = reconcile !== undefined;
    this.#reconcile = reconcile;
    this.#reference = reference;
  }

  /** The reference that the request carried, never printed; absent where the vendor takes none. */
  get reference(): string | undefined {
    return this.#reference;
  }

  /**
   * Looks the record up until it is found or a late commit can be ruled out.
   *
   * @param options - How long to wait, and a signal to stop.
   * @returns What became of the call.
   * @throws {@link SdkError} with code `outcome_unknown` when the vendor offers no look-up, `duplicate_detected` when more than one record fits.
   */
  async reconcile(options: ReconcileOptions = {}): Promise<Reconciled<Output>> {
    if (this.#reconcile === undefined) throw this;
    return await this.#reconcile(options);
  }
}

/** A look-up found more than one record for one call. None is picked: a person has to. */
export class DuplicateDetectedError extends SdkError {
  /** Ids of every record that fits. */
  readonly ids: readonly (string | number)[];

  /** @hidden */
  constructor(facts: CallFacts, ids: readonly (string | number)[]) {
    super({
      name: "DuplicateDetectedError",
      code: "duplicate_detected",
      outcome: "created_unreadable",
      facts,
      says: `${ids.length} records fit this call, so none is picked. Compare them and keep one.`,
    });
    this.ids = ids;
  }
}

/** A helper stopped waiting before the vendor was done. What it waited for goes on. */
export class WaitExpiredError extends SdkError {
  /** Milliseconds waited. */
  readonly waitedMs: number;
  /** State seen last; absent when none was read. */
  declare readonly lastState?: string;

  /** @hidden */
  constructor(facts: CallFacts, waitedMs: number, lastState: string | undefined) {
    super({
      name: "WaitExpiredError",
      code: "wait_expired",
      outcome: "unknown",
      facts,
      says: `still ${lastState ?? "unread"} after ${waitedMs} ms. Wait again, or rely on the callback.`,
    });
    this.waitedMs = waitedMs;
    if (lastState !== undefined) this.lastState = lastState;
  }
}

/** A call that costs money was refused by a guard of this client; nothing was sent. */
export class SpendRefusedError extends SdkError {
  /** @hidden */
  constructor(facts: CallFacts, says: string) {
    super({ name: "SpendRefusedError", code: "spend_refused", outcome: "not_sent", facts, says });
  }
}

/** A callback's body could not be used. */
export class CallbackError extends SdkError {
  /** @hidden */
  constructor(vendor: string, says: string, cause?: unknown) {
    super({
      name: "CallbackError",
      code: "invalid_callback",
      outcome: "rejected",
      facts: { vendor, operation: "callback", attempts: 0, elapsedMs: 0 },
      says,
      cause,
    });
  }
}
