import type { KycResult } from "../codes/kycResults.js";
import type { Submission } from "../models/submission.js";

/**
 * Where a submission stands, whatever capitals it is written in.
 *
 * @param submission - A submission, or the `kyc` part of one.
 * @returns The state; `unknown` when there is none or a new one. Never take that for an approval.
 *
 * @example
 * if (kycResultOf(submission) === "approved") openAccount();
 */
export function kycResultOf({ kyc }: Pick<Submission, "kyc">): KycResult | "unknown" {
  const result = kyc?.result?.toLowerCase();
  return result === "incomplete" || result === "pending" || result === "approved" || result === "rejected"
    ? result
    : "unknown";
}
