/** What the enclave tells your backend about. */
export type CallbackType =
  | "VERIFICATION_RESULT"
  | "TX_REPORT"
  | "ERROR_REPORT"
  | "CHAINALYSIS_KYT_RESULT"
  | "REFINITIV_WCO_RESULT";

/** Callback types; one URL receives them all. */
export const callbackTypes = {
  VERIFICATION_RESULT: "the beneficiary VASP answered your verification; every VASP has to handle it",
  TX_REPORT: "the originating VASP reported its transaction; every VASP has to handle it",
  ERROR_REPORT: "the originating VASP gave the transfer up; every VASP has to handle it",
  CHAINALYSIS_KYT_RESULT: "a KYT assessment that you asked for",
  REFINITIV_WCO_RESULT: "a World-Check One screening that you asked for",
} as const satisfies Record<CallbackType, string>;
