/** Where a transfer stands, as its sender says. */
export type TransactionStatus = "PENDING" | "PROCESSING" | "WAIT-CONFIRM" | "CONFIRMED" | "CANCELED";

/** States of a transfer. */
export const transactionStatuses = {
  PENDING: "not sent yet",
  PROCESSING: "sent, in no block yet",
  "WAIT-CONFIRM": "in a block, not final",
  CONFIRMED: "final",
  CANCELED: "given up",
} as const satisfies Record<TransactionStatus, string>;
