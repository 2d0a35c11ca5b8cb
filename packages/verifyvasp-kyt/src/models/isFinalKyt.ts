import type { KytResult } from "./kytAssessment.js";

/**
 * Whether no further callback about this assessment is to be expected.
 *
 * @param result - What the callback carried.
 * @returns True for `PROCESSED` and `ERROR`.
 *
 * @example
 * if (isFinalKyt(result)) close(result);
 */
export function isFinalKyt(result: KytResult): boolean {
  const { status } = result.riskAssessment.chainalysisKYT;
  return status === "PROCESSED" || status === "ERROR";
}
