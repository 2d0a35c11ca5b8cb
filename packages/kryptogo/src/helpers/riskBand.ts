/** Band of a due-diligence score. */
export type RiskBand = "low" | "low_to_medium" | "medium" | "high" | "very_high";

/**
 * Names the band of a score from 0 to 100: below 25 low, below 50 low to medium, below 75 medium, below 100 high.
 *
 * @param potential_risk - Score of a search task. Scores of addresses run from 0 to 1 and have no bands.
 * @returns The band; `undefined` for no score and for one outside of 0 to 100.
 *
 * @example
 * riskBand(12); // "low"
 */
export function riskBand(potential_risk: number | null | undefined): RiskBand | undefined {
  if (typeof potential_risk !== "number" || !(potential_risk >= 0 && potential_risk <= 100)) return undefined;
  if (potential_risk < 25) return "low";
  if (potential_risk < 50) return "low_to_medium";
  if (potential_risk < 75) return "medium";
  return potential_risk < 100 ? "high" : "very_high";
}
