/** What was decided on a search task, as details and identity checks show it. */
export type SearchTaskAuditStatus = 0 | 1 | 2;

/** Decisions on search tasks by `audit_status`. The summary has `report.accepted` instead. */
export const searchTaskAuditStatuses = {
  0: "undecided",
  1: "accepted",
  2: "rejected",
} as const satisfies Record<SearchTaskAuditStatus, string>;
