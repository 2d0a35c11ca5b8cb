import type { BookKeeping } from "../books/types.js";
import type { CallFacts } from "../errors/sdk-error.js";

/** A billed call that is about to be made. Holds no input. */
export interface BillableCall {
  readonly vendor: string;
  /** Operation as its contract names it. */
  readonly operation: string;
  /** What it is billed as: 1, or the number of elements in a batch. */
  readonly units: number;
  /** The caller's own reference, where there is one. */
  readonly reference: string | undefined;
}

/** Units that were taken for one call. */
export interface SpendSlot {
  /** Gives them back: nothing was bought. */
  giveBack(): Promise<void>;
}

/** Stands before every billed call. {@link createSpendGuard} makes one. */
export interface SpendGuard extends BookKeeping {
  /**
   * Takes the units of a call.
   *
   * @throws {@link SpendLimitError} when the window has not that many left, {@link SpendRefusedError} after a veto.
   */
  take(call: BillableCall, facts: CallFacts): Promise<SpendSlot>;
}
