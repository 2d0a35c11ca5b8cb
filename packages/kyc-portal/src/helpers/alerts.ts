import { alertActions, type AlertAction, type AlertKind } from "../codes/alertActions.js";
import type { LmChange } from "../models/monitoringChange.js";

/**
 * What kind of alert a change makes; `undefined` when it holds nothing that is documented.
 *
 * @param change - One of an alert's `changes`.
 * @returns The kind.
 *
 * @example
 * if (alertKind(change) === "document_expiry") console.log(change.expirationAlert?.expirationDate);
 */
export function alertKind(change: LmChange): Exclude<AlertKind, "manual_review"> | undefined {
  const said = (name: keyof LmChange): boolean => change[name] !== undefined && change[name] !== null;
  if (said("amlAlert")) return "aml_match";
  if (said("expirationAlert")) return "document_expiry";
  const review = [
    "property",
    "officer",
    "shareholder",
    "personWithSignificantControl",
    "newDocument",
    "updatedDocument",
    "removedDocument",
  ] as const;
  return review.some(said) ? "details_review" : undefined;
}

/**
 * What may be done with an alert, for a menu; the types of `actOnAlert` say the same to the compiler.
 *
 * @param alert - Kind of the alert.
 * @param caseStatus - Whether the case is open or closed.
 * @returns The actions that the portal defines.
 *
 * @example
 * allowedAlertActions("aml_match", "Closed"); // ["Apply"]
 */
export function allowedAlertActions(alert: AlertKind, caseStatus: "Open" | "Closed"): readonly AlertAction[] {
  return alertActions[alert][caseStatus];
}
