/** What a person decided on an identity check. */
export type IdvAuditStatus = "Pending" | "Accepted" | "Rejected";

/** Decisions of persons on identity checks, made in the console. */
export const idvAuditStatuses = {
  Pending: "no person has decided",
  Accepted: "a person accepted it",
  Rejected: "a person rejected it",
} as const satisfies Record<IdvAuditStatus, string>;
