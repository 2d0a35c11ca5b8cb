/** Which way the money goes, seen from your own VASP. */
export type TransferDirection = "OUTGOING" | "INCOMING";

/** Directions of a transfer. */
export const transferDirections = {
  OUTGOING: "a withdrawal from your VASP",
  INCOMING: "a deposit at your VASP",
} as const satisfies Record<TransferDirection, string>;
