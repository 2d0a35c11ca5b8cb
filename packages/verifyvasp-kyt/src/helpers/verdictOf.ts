import type { OtherString } from "@x/core";
import type { VerificationResult } from "../codes/verificationResults.js";
import type { VerificationResultData } from "../models/travelRuleEvents.js";

/**
 * Reads the answer to a verification, which the enclave sends under one of two names.
 *
 * @param data - What a `VERIFICATION_RESULT` callback carried.
 * @returns The answer; `undefined` when both names are there and differ, or none is.
 *
 * @example
 * if (verdictOf(callback.payload) === "VERIFIED") await assess(verifyvasp, occasion, { results });
 */
export function verdictOf(
  data: Pick<VerificationResultData, "verificationResult" | "result">,
): VerificationResult | OtherString | undefined {
  const { verificationResult, result } = data;
  if (verificationResult !== undefined && result !== undefined && verificationResult !== result) return undefined;
  return verificationResult ?? result;
}
