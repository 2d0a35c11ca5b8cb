/** What can be done with a monitoring alert. */
export type AlertAction = "Exclude" | "Apply" | "Dismiss";

/** Kind of a monitoring alert; each has a counter in the list of cases. */
export type AlertKind = "details_review" | "manual_review" | "aml_match" | "document_expiry";

/**
 * Each action that the vendor defines for an alert, and what it does. Any other pair is undefined and not sent.
 *
 * - details review, `Exclude`: the alert goes, the change is not applied
 * - details review, `Apply`: the change is applied, the alert goes
 * - manual review, `Apply`: the case is opened for a person, the alert goes
 * - new or updated AML match on a closed case, `Apply`: matches are added or updated, the alert goes, the case reopens
 * - new or updated AML match on a live case, `Dismiss`: the alert goes
 * - expiring proof of identity, `Dismiss`: the alert goes
 *
 * `alert` and `caseStatus` say what the alert is about; the vendor knows it and is not sent them.
 */
export type AllowedAlertAction =
  | { alert: "details_review"; action: "Exclude" | "Apply" }
  | { alert: "manual_review"; action: "Apply" }
  | { alert: "aml_match"; caseStatus: "Closed"; action: "Apply" }
  | { alert: "aml_match"; caseStatus: "Open"; action: "Dismiss" }
  | { alert: "document_expiry"; action: "Dismiss" };

/** The table of {@link AllowedAlertAction} for menus: what may be done, by kind of alert and state of the case. */
export const alertActions = {
  details_review: { Open: ["Exclude", "Apply"], Closed: ["Exclude", "Apply"] },
  manual_review: { Open: ["Apply"], Closed: ["Apply"] },
  aml_match: { Open: ["Dismiss"], Closed: ["Apply"] },
  document_expiry: { Open: ["Dismiss"], Closed: ["Dismiss"] },
} as const satisfies Readonly<Record<AlertKind, Readonly<Record<"Open" | "Closed", readonly AlertAction[]>>>>;
