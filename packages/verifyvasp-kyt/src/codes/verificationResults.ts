/** What a verification came to. */
export type VerificationResult = "WAIT" | "VERIFIED" | "DENIED" | "UNKNOWN" | "ERROR" | "PENDING" | "TRANSFER_ERROR";

/** Results of a verification; documents differ in how many of them they list, and this is the widest list. */
export const verificationResults = {
  WAIT: "no answer yet",
  VERIFIED: "nothing objects",
  DENIED: "the address is right, and the transfer is not allowed",
  UNKNOWN: "the beneficiary VASP does not know the address",
  ERROR: "something else went wrong, or an error was reported later",
  PENDING: "still open",
  TRANSFER_ERROR: "the transfer itself failed",
} as const satisfies Record<VerificationResult, string>;
