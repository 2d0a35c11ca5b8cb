import type { IdvTask } from "../models/idvTask.js";

/** What an identity verification comes to. */
export type IdvVerdict =
  /** A person accepted it, or the automatic check did and nothing speaks against it. */
  | "accepted"
  /** A person or the automatic check rejected it. */
  | "rejected"
  /** A person has to decide, in the console. */
  | "review"
  /** Submitted; the automatic check is under way. */
  | "pending"
  /** Opened; nothing submitted yet. */
  | "initial"
  /** Never submitted, and no longer open: no verification took place. */
  | "not_done"
  /** The record contradicts itself or says something new. Have a person look; never take it for an acceptance. */
  | "unknown";

/**
 * Weighs state, human decision and reasons of an identity verification.
 *
 * | `audit_status` | `state` | `reject_reasons` | verdict |
 * | --- | --- | --- | --- |
 * | `Accepted` | any | any | accepted |
 * | `Rejected` | any | any | rejected |
 * | another value | any | any | unknown |
 * | `Pending`, null, absent | 0 | none | accepted |
 * | | 0 | some | unknown |
 * | | 1 | none | review |
 * | | 1 | some | unknown |
 * | | 2 | any | rejected |
 * | | 3 | any | pending |
 * | | 4 | none | initial |
 * | | 4 | some | not_done |
 * | | another value, absent | any | unknown |
 *
 * `Pending` alone is no review: the vendor writes it beside every automatic result.
 *
 * @param task - The record, or the payload of its callback.
 * @returns The verdict.
 *
 * @example
 * if (idvVerdict(await kryptogo.idv.get({ idv_id: 12 })) === "accepted") openAccount();
 */
export function idvVerdict(task: Pick<IdvTask, "state" | "audit_status" | "reject_reasons">): IdvVerdict {
  const { state, audit_status = null } = task;
  if (audit_status === "Accepted") return "accepted";
  if (audit_status === "Rejected") return "rejected";
  if (audit_status !== null && audit_status !== "Pending") return "unknown";
  const hasObjections = (task.reject_reasons ?? []).length > 0;
  switch (state) {
    case 0:
      return hasObjections ? "unknown" : "accepted";
    case 1:
      return hasObjections ? "unknown" : "review";
    case 2:
      return "rejected";
    case 3:
      return "pending";
    case 4:
      return hasObjections ? "not_done" : "initial";
    default:
      return "unknown";
  }
}
