/** How far a KYT assessment is. */
export type KytStatus = "REGISTERED" | "CHECKING" | "PROCESSED" | "ERROR";

/**
 * Statuses of an assessment.
 *
 * The callback is documented with `REGISTERED` and `PROCESSED`; the other two stand in the enclave's own table, and
 * whether a callback brings them is not documented.
 */
export const kytStatuses = {
  REGISTERED: "Chainalysis has it, no result yet",
  CHECKING: "the enclave is asking Chainalysis for the result",
  PROCESSED: "the result is there",
  ERROR: "there will be no result",
} as const satisfies Record<KytStatus, string>;
