import type { KyaTask } from "../models/kyaTask.js";

/** What can be read out of an analysis whose fields are not documented. */
export interface AddressRiskReading {
  /** Risk from 0 to 1; absent when the findings have no such number. */
  risk_score?: number | undefined;
  /** Share of each kind of counterparty, see `kyaSignals`; absent when the findings have none. */
  signals?: Record<string, number> | undefined;
}

/**
 * Reads score and signals out of the findings of an analysis, where they are.
 *
 * @param task - The analysis.
 * @returns What was found; an empty object is no statement that the address is harmless.
 *
 * @example
 * const { risk_score } = readAddressRisk(await kryptogo.kya.get({ kya_id: 12 }));
 */
export function readAddressRisk(task: Pick<KyaTask, "data">): AddressRiskReading {
  const { risk_score, signals } = own(task.data);
  const shares = Object.entries(own(signals)).filter(
    (entry): entry is [string, number] => typeof entry[1] === "number",
  );
  return {
    ...(typeof risk_score === "number" ? { risk_score } : {}),
    ...(shares.length > 0 ? { signals: Object.fromEntries(shares) } : {}),
  };
}

/** The own fields of an object; nothing of any other value. */
function own(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}
