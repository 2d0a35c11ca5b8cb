import type { Intent } from "./types.js";

/** An intent as it lies in the store. */
export interface IntentRecord extends Omit<Intent, "startedAt" | "endsAt"> {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endsAt: number;
  /** One for each call, so that two calls never write the same text. */
  readonly owner: string;
  /** What the look-up saw before, where that is small enough to keep. */
  readonly noted?: unknown;
}

/** Longest text of what a look-up saw that is kept with an intent. */
const maxNoted = 262_144;

/** What of a look-up's note can be kept; nothing of it when it is too long: half a note would find what is old. */
export function keepable(noted: unknown): { noted?: unknown } {
  if (noted === undefined) return {};
  return JSON.stringify(noted).length <= maxNoted ? { noted } : {};
}

export function writeRecord(record: IntentRecord): string {
  return JSON.stringify(record);
}

export function readRecord(text: string): IntentRecord {
  return JSON.parse(text) as IntentRecord;
}

/** What callers may see of a record. */
export function intentOf(record: IntentRecord): Intent {
  const { vendor, operation, reference, hash, state, ids } = record;
  return {
    vendor,
    operation,
    reference,
    hash,
    state,
    ids,
    startedAt: new Date(record.startedAt),
    endsAt: new Date(record.endsAt),
  };
}
