import type { OtherNumber } from "@x/core/schema";

/**
 * What each known `statusId` of a case means. The vendor's full list is not public, and its wording of 51 to 57 is
 * indicative: show it, and decide by 3 and 8 alone.
 */
export const caseStages = {
  0: "just created",
  3: "ready",
  8: "failed",
  9: "searching the web",
  50: "queued for build",
  51: "fetching registry record",
  52: "resolving company details",
  53: "resolving ownership structure",
  54: "identifying beneficial owners",
  55: "building case steps",
  56: "running screening",
  57: "finalising case",
} as const;

/** A `statusId` that is known. */
export type KnownStatusId = keyof typeof caseStages;

/** A `statusId`, known or not. */
export type CaseStatusId = KnownStatusId | OtherNumber;

/** The stage that a `statusId` stands for, in words; `undefined` for one that is not known. */
export function caseStage(statusId: number): string | undefined {
  return (caseStages as Readonly<Record<number, string>>)[statusId];
}
