import type { OtherString } from "@x/core";
import type { AlertLevel } from "../codes/alertLevels.js";
import type { KytResult } from "../models/kytAssessment.js";
import { highestAlertLevel } from "./alertLevel.js";
import type { KytRule } from "./kytRule.js";

/** What a KYT result comes to. */
export type KytVerdict =
  /** Assessed, and nothing was found. */
  | { readonly kind: "clear" }
  /** Assessed, and this is the worst of what was found. */
  | { readonly kind: "alerts"; readonly level: AlertLevel | OtherString }
  /** No result yet; another callback will bring one. */
  | { readonly kind: "pending" }
  /** There will be no result: nothing is cleared. */
  | { readonly kind: "failed" }
  /** It contradicts itself or says something new: a person has to look, and nothing is cleared. */
  | { readonly kind: "unclear"; readonly because: UnclearKyt };

/** Why a KYT result has to be looked at by a person. */
export type UnclearKyt =
  /** The number of alerts and the alerts differ. */
  | "alerts_missing"
  /** Assessed, without a number of alerts and without alerts. */
  | "count_missing"
  /** A status that is not documented. */
  | "unknown_status"
  /** Another assessment than the one that was meant: an address where a transaction was, for one. */
  | "other_assessment";

/**
 * Weighs status, number of alerts and alerts of a result.
 *
 * | `status` | `alertCount` | alerts | verdict |
 * | --- | --- | --- | --- |
 * | `PROCESSED` | 0 | none | clear |
 * | `PROCESSED` | as many as there are alerts | some | alerts |
 * | `PROCESSED` | another number | | unclear, alerts_missing |
 * | `PROCESSED` | absent | none | unclear, count_missing |
 * | `PROCESSED` | absent | some | alerts |
 * | `REGISTERED`, `CHECKING` | | | pending |
 * | `ERROR` | | | failed |
 * | another | | | unclear, unknown_status |
 *
 * With `expected`, a final result of another kind or direction is unclear, other_assessment: the enclave picks what it
 * assesses, and picks the address again when the transaction was not reported in time.
 *
 * @param result - What the callback carried.
 * @param expected - What was meant to be assessed.
 * @returns The verdict.
 *
 * @example
 * if (kytVerdict(result).kind === "clear") send();
 */
export function kytVerdict(result: KytResult, expected?: KytRule): KytVerdict {
  const { chainalysisKYT: kyt, chainalysisKYTAlerts } = result.riskAssessment;
  const alerts = chainalysisKYTAlerts ?? [];
  switch (kyt.status) {
    case "REGISTERED":
    case "CHECKING":
      return { kind: "pending" };
    case "ERROR":
      return { kind: "failed" };
    case "PROCESSED":
      break;
    default:
      return { kind: "unclear", because: "unknown_status" };
  }
  if (expected !== undefined && (kyt.apiType !== expected.apiType || kyt.direction !== expected.direction))
    return { kind: "unclear", because: "other_assessment" };
  const count = kyt.alertCount ?? undefined;
  if (count !== undefined && count !== alerts.length) return { kind: "unclear", because: "alerts_missing" };
  const level = highestAlertLevel(alerts);
  if (level !== undefined) return { kind: "alerts", level };
  return count === 0 ? { kind: "clear" } : { kind: "unclear", because: "count_missing" };
}
