/** Why a verification came to its result. */
export type VerificationReason =
  | "OK"
  | "UNKNOWN-SYMBOL"
  | "UNKNOWN-NETWORK"
  | "UNKNOWN-ADDRESS"
  | "LACK-OF-INFORMATION"
  | "UNAVAILABLE-INFORMATION"
  | "BLACKLISTED"
  | "UNVERIFIED-KYC"
  | "MISMATCHED-NAME"
  | "NOT-ALLOWED"
  | "UNDEFINED-ERROR"
  | "BENEFICIARY-ACCOUNT-NOT-MATCHED"
  | "REQUEST-TIMEOUT";

/** Reasons of a verification, each with what the message beside it carries. */
export const verificationReasons = {
  OK: "verified; no message",
  "UNKNOWN-SYMBOL": "the beneficiary VASP does not list the asset; the message names it",
  "UNKNOWN-NETWORK": "it does not support the network, or lists the asset on another; the message names it",
  "UNKNOWN-ADDRESS": "the address is none of its wallets; the message names it",
  "LACK-OF-INFORMATION": "more must be said about the originator; the message lists field codes",
  "UNAVAILABLE-INFORMATION": "it cannot give what was asked about the beneficiary; the message lists field codes",
  BLACKLISTED: "a sanction list was hit",
  "UNVERIFIED-KYC": "the beneficiary has not been identified",
  "MISMATCHED-NAME": "the name is another",
  "NOT-ALLOWED": "its own policy forbids it",
  "UNDEFINED-ERROR": "something else",
  "BENEFICIARY-ACCOUNT-NOT-MATCHED": "it answered for another address than the one asked about",
  "REQUEST-TIMEOUT": "it did not answer in time",
} as const satisfies Record<VerificationReason, string>;
