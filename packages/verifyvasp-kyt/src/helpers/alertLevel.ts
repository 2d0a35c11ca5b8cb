import type { OtherString } from "@x/core";
import { type AlertLevel, alertLevels } from "../codes/alertLevels.js";
import type { ChainalysisKytAlert } from "../models/kytAssessment.js";

/**
 * Compares two alert levels.
 *
 * @param a - A level.
 * @param b - Another one.
 * @returns Less than 0, 0 or more than 0. A level that is not documented is above `SEVERE`: nobody knows it is mild.
 *
 * @example
 * if (compareAlertLevels(level, "HIGH") >= 0) stop();
 */
export function compareAlertLevels(a: AlertLevel | OtherString, b: AlertLevel | OtherString): number {
  return rank(a) - rank(b);
}

/**
 * Finds the most severe level among alerts.
 *
 * @param alerts - The alerts of a result.
 * @returns The level; `undefined` without alerts.
 *
 * @example
 * highestAlertLevel(result.riskAssessment.chainalysisKYTAlerts);
 */
export function highestAlertLevel(
  alerts: readonly Pick<ChainalysisKytAlert, "alertLevel">[] | null | undefined,
): AlertLevel | OtherString | undefined {
  return (alerts ?? []).map(({ alertLevel }) => alertLevel).toSorted((a, b) => compareAlertLevels(b, a))[0];
}

function rank(level: AlertLevel | OtherString): number {
  const at = alertLevels.indexOf(level as AlertLevel);
  return at < 0 ? alertLevels.length : at;
}
