import type { BookKeeping } from "../books/types.js";
import type { Cost, Effect } from "../endpoint.js";
import type { ErrorCode, Outcome } from "../errors/codes.js";

/** What became of one call. Holds no person, no credential, no input and no answer. */
export interface JournalEntry {
  /** `call`, or the look-up of one whose answer was lost. */
  readonly kind: "call" | "reconcile";
  readonly vendor: string;
  /** Operation as its contract names it. */
  readonly operation: string;
  readonly effect: Effect;
  readonly cost: Cost;
  /** The caller's own references, one for each element of a batch; empty where there are none. */
  readonly references: readonly string[];
  /** How it ended: `done`, how far a failed call got, or what a look-up showed. */
  readonly outcome: "done" | Outcome | "created" | "partly_created" | "not_created" | "unclear" | "several";
  /** What went wrong; absent after a success. */
  readonly code?: ErrorCode;
  /** Ids of what was created, as far as they are known. */
  readonly ids: readonly (string | number)[];
  /** Requests sent. */
  readonly attempts: number;
  /** When it began, ISO 8601. */
  readonly startedAt: string;
  readonly elapsedMs: number;
  /** SHA-256 of the last answer's bytes, in hex; absent when none was read. */
  readonly digest?: string;
}

/** A record of calls that only grows. {@link createJournal} makes one; `FileJournal` of `@x/core/node` keeps it in a file. */
export interface Journal extends BookKeeping {
  /** Adds one entry. What it throws goes to the hook `onHookError`: a call that was made must not look failed. */
  append(entry: JournalEntry): void | Promise<void>;
}
