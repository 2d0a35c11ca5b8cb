import { isApiError, isSdkError, type VendorRefusal } from "@x/core";
import { enclaveErrorCodes } from "./codes/enclaveErrors.js";

/** Reads the enclave's error body, `{ code, message }`. A code is printed, so only documented ones are taken. */
export function readRefusal(body: unknown): VendorRefusal {
  if (typeof body !== "object" || body === null) return {};
  const { code, message } = body as Record<string, unknown>;
  const known =
    typeof code === "string" && (Object.hasOwn(enclaveErrorCodes, code) || /^MISSING-[A-Z-]{1,40}$/.test(code));
  return { code: known ? code : undefined, message: typeof message === "string" ? message : undefined };
}

/** Why the enclave refused, one word per cause. */
export type EnclaveReason =
  /** A field of the request is missing. */
  | "missing_field"
  /** The enclave has no such verification: three spellings of the vendor's, one meaning. */
  | "verification_not_found"
  /** The beneficiary VASP cannot have its deposit assessed before the transaction was reported. */
  | "too_early"
  /** Chainalysis or Refinitiv refused the enclave's own key. No credential of the caller is involved. */
  | "enclave_key_refused"
  /** Something behind the enclave did not answer within 5 s: whether the request was done is unknown. */
  | "enclave_timeout"
  /** Something else is wrong with the request; Chainalysis may have refused asset or network. */
  | "bad_request"
  /** An error of Chainalysis or Refinitiv that the enclave passed on. */
  | "upstream_error";

/**
 * Says why the enclave refused, through the many spellings that it has for it.
 *
 * | status | `code` | reason |
 * | --- | --- | --- |
 * | 400 | `MISSING-VERIFICATION-UUID`, any `MISSING-…` | missing_field |
 * | 400, 404 | `NOT-FOUND-VERIFICATION`, `VERIFICATION-NOT-FOUND` | verification_not_found |
 * | 400 | `UNSUPPORTED-RISK-ASSESSMENT` | too_early |
 * | 401, 403 | `UNKNOWN-ERROR-CODE` | enclave_key_refused |
 * | 408 | `REQUEST-TIMEOUT` | enclave_timeout |
 * | 400 | `BAD-REQUEST` | bad_request |
 * | other | `UNKNOWN-ERROR-CODE` | upstream_error |
 *
 * @param error - Anything that was thrown; an `OutcomeUnknownError` is looked into.
 * @returns The reason; `undefined` when it is no refusal of the enclave, or one that its documents do not name.
 *
 * @example
 * if (enclaveReason(error) === "too_early") waitForTxReport();
 */
export function enclaveReason(error: unknown): EnclaveReason | undefined {
  if (isSdkError(error) && error.code === "outcome_unknown") return enclaveReason(error.cause);
  if (!isApiError(error)) return undefined;
  const code = error.vendorCode;
  if (typeof code !== "string") return undefined;
  if (code === "NOT-FOUND-VERIFICATION" || code === "VERIFICATION-NOT-FOUND") return "verification_not_found";
  if (code.startsWith("MISSING-")) return "missing_field";
  if (code === "UNSUPPORTED-RISK-ASSESSMENT") return "too_early";
  if (code === "REQUEST-TIMEOUT") return "enclave_timeout";
  if (code === "BAD-REQUEST") return "bad_request";
  return error.status === 401 || error.status === 403 ? "enclave_key_refused" : "upstream_error";
}
