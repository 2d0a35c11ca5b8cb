import type { Shared } from "../client-state.js";
import type { AnyEndpoint } from "../endpoint.js";
import type { Reconcile } from "../errors/outcome-errors.js";
import type { SdkError } from "../errors/sdk-error.js";
import type { EarlierCall } from "../intents/types.js";
import type { Progress } from "../progress.js";

/** What is written down around one call. */
export interface Books {
  /** Takes the units, before anything is sent. */
  take(): Promise<void>;
  /** Claims the references, before the first byte of the call itself. */
  claim(
    timeoutMs: number,
    noted: unknown,
    lookUp: (from: EarlierCall) => Reconcile<unknown> | undefined,
  ): Promise<void>;
  /** Notes the bytes of an answer; the journal keeps their digest. */
  read(bytes: Uint8Array): void;
  /** A look-up of this call that settles its intent. */
  watched(reconcile: Reconcile<unknown>): Reconcile<unknown>;
  /** The call succeeded. */
  succeeded(value: unknown): Promise<void>;
  /** The call failed. */
  failed(error: SdkError): Promise<void>;
}

/** Opens the books of a call, by what the caller gave, the same completed, and the name that the caller gave it. */
export type KeepBooks = (
  shared: Shared,
  endpoint: AnyEndpoint,
  progress: Progress,
  given: unknown,
  input: unknown,
  reference: string | undefined,
) => Books;

/** Brings the books along, so that a client without intents, spend guard and journal carries nothing of them. */
export interface BookKeeping {
  /** @hidden */
  readonly keep: KeepBooks;
}
