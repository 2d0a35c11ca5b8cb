/** How far a World-Check One screening is. */
export type WcoStatus = "ERROR" | "REGISTERED" | "CHECKING" | "PROCESSED";

/** Statuses of a World-Check One screening. */
export const wcoStatuses = {
  ERROR: "there will be no result",
  REGISTERED: "the case is open, no result yet",
  CHECKING: "the enclave is asking for the result",
  PROCESSED: "the result is there",
} as const satisfies Record<WcoStatus, string>;
