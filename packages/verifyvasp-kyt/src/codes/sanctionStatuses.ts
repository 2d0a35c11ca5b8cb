/** What a sanction screening came to. */
export type SanctionStatus = "NOHIT" | "SANCTION" | "CLOSED" | "ERROR";

/** Results of a sanction screening. */
export const sanctionStatuses = {
  NOHIT: "the address is on no list",
  SANCTION: "the address is on a list",
  CLOSED: "not explained by the documents",
  ERROR: "the screening failed: it proves nothing",
} as const satisfies Record<SanctionStatus, string>;
