/** Error codes of the enclave that its documents name. */
export type EnclaveErrorCode =
  | "MISSING-VERIFICATION-UUID"
  | "MISSING-REQUIRED-BENEFICIARY-INFO"
  | "NOT-FOUND-VERIFICATION"
  | "VERIFICATION-NOT-FOUND"
  | "UNSUPPORTED-RISK-ASSESSMENT"
  | "BAD-REQUEST"
  | "UNKNOWN-ERROR-CODE"
  | "REQUEST-TIMEOUT";

/** Error codes of the enclave. */
export const enclaveErrorCodes = {
  "MISSING-VERIFICATION-UUID": "verificationUuid is missing",
  "MISSING-REQUIRED-BENEFICIARY-INFO": "requiredBeneficiaryInfo is missing",
  "NOT-FOUND-VERIFICATION": "the enclave has no such verification",
  "VERIFICATION-NOT-FOUND": "the same, in the newer spelling, with status 400 or 404",
  "UNSUPPORTED-RISK-ASSESSMENT": "the beneficiary VASP asked before the transaction was reported",
  "BAD-REQUEST": "something else in the request; Chainalysis may have refused asset or network",
  "UNKNOWN-ERROR-CODE": "an error of Chainalysis or Refinitiv, passed on; mostly the enclave's own key",
  "REQUEST-TIMEOUT": "something behind the enclave did not answer within 5 s",
} as const satisfies Record<EnclaveErrorCode, string>;
