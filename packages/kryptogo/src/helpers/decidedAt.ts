import type { IdvTask } from "../models/idvTask.js";
import type { SearchTask } from "../models/searchTask.js";
import type { SearchTaskDetail } from "../models/searchTaskDetail.js";

/**
 * Reads when a person decided. KryptoGO writes "not yet" as 0, as null, or not at all.
 *
 * @param task - A search task, its detail, or an identity verification.
 * @returns The time, or `null` while nobody has decided.
 *
 * @example
 * decidedAt(await kryptogo.searchTasks.getSummary({ task_id: 123 }));
 */
export function decidedAt(
  task: Pick<SearchTask, "audit_time"> | Pick<SearchTaskDetail, "audit_time"> | Pick<IdvTask, "audit_timestamp">,
): Date | null {
  const { audit_time, audit_timestamp } = task as { audit_time?: number | null; audit_timestamp?: number | null };
  const seconds = audit_time ?? audit_timestamp;
  return typeof seconds === "number" && seconds > 0 ? new Date(seconds * 1000) : null;
}
