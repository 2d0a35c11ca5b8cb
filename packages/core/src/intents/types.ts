import type { BookKeeping } from "../books/types.js";
import type { CallFacts } from "../errors/sdk-error.js";
import type { Reconcile } from "../errors/outcome-errors.js";

/** What is known of one billed call, or of one element of a batch. Holds no person and no input. */
export interface Intent {
  readonly vendor: string;
  /** Operation as its contract names it. */
  readonly operation: string;
  /** The caller's own reference, as it was given. */
  readonly reference: string;
  /** SHA-256 of reference and input. */
  readonly hash: string;
  /**
   * `in_flight` while a process is at it, or since it died; `unknown` when its answer was lost; `done`; `abandoned` when
   * nothing was created, so that it may be tried again.
   */
  readonly state: "in_flight" | "unknown" | "done" | "abandoned";
  /** When the call began. */
  readonly startedAt: Date;
  /** After this moment the call sends nothing any more. */
  readonly endsAt: Date;
  /** Ids of what was created, once they are known. */
  readonly ids: readonly (string | number)[];
}

/** Names one intent. */
export interface IntentKey {
  /** Vendor as errors and events name it. */
  readonly vendor: string;
  /** Operation as its contract names it. */
  readonly operation: string;
  /** The reference that the call was made with. */
  readonly reference: string;
}

/** What a callback or a person knows of a call: it was done, and this came of it. */
export interface IntentProof {
  readonly vendor: string;
  /** The operations that it may have been. */
  readonly operations: readonly string[];
  readonly reference: string;
  readonly ids: readonly (string | number)[];
}

/** A billed call that is about to be sent. */
export interface IntentCall {
  readonly facts: CallFacts;
  /** What the call creates, each by its reference. */
  readonly elements: readonly { readonly reference: string; readonly content: unknown }[];
  readonly startedAt: Date;
  readonly endsAt: Date;
  /** What its look-up saw before; a process that takes over needs it. */
  readonly noted: unknown;
  /**
   * Makes the look-up of an earlier call with the same input, which tells what it found before it returns; `undefined`
   * where the vendor offers none.
   */
  readonly lookUp: (
    from: EarlierCall,
    tell: (fates: readonly IntentFate[]) => Promise<void>,
  ) => Reconcile<unknown> | undefined;
}

/** What a process knows of a call that another one made. */
export interface EarlierCall {
  readonly startedAt: Date;
  /** It sent nothing after this. */
  readonly lastSentAt: Date;
  readonly noted: unknown;
}

/** What became of one element: ids of what was created, as far as they are known; `undefined` when nothing was. */
export type IntentFate = readonly (string | number)[] | undefined;

/** The right to make one call. */
export interface IntentClaim {
  /** It is known what became of each element. */
  end(fates: readonly IntentFate[]): Promise<void>;
  /** Nobody knows. */
  lose(): Promise<void>;
}

/** Keeps two processes, or one and its successor, from buying the same thing twice. {@link createIntents} makes one. */
export interface Intents extends BookKeeping {
  /**
   * Claims the references of a call, all of them or none.
   *
   * @throws {@link IntentMismatchError}, {@link IntentInFlightError} or {@link IntentDoneError} when one is taken.
   */
  begin(call: IntentCall): Promise<IntentClaim>;
  /** Reads one intent; `undefined` when there is none, or its time is over. */
  read(key: IntentKey): Promise<Intent | undefined>;
  /** Says that a call was done, as a callback or a person knows it. Returns whether that was news. */
  settle(proof: IntentProof | undefined): Promise<boolean>;
  /** Says that nothing was created, as a person knows it. Returns whether that was news; what is done stays done. */
  abandon(key: IntentKey): Promise<boolean>;
}
