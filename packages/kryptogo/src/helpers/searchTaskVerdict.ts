import type { SearchTask } from "../models/searchTask.js";
import { decidedAt } from "./decidedAt.js";

/** What a search task comes to. */
export type SearchTaskVerdict =
  /** The search runs, or waits to. */
  | "searching"
  /** The findings are there; a person has to decide. */
  | "undecided"
  /** Decided: the target is accepted. */
  | "accepted"
  /** Decided: the target is rejected. */
  | "rejected"
  /** The record does not say how far it is. */
  | "unknown";

/**
 * Weighs progress and decision of a search task.
 *
 * | `report.accepted` | `audit_time` | `progress` | verdict |
 * | --- | --- | --- | --- |
 * | true | after 0 | any | accepted |
 * | false | after 0 | any | rejected |
 * | any other pair | | 100 | undecided |
 * | | | null, 0 to below 100 | searching |
 * | | | absent, outside of 0 to 100 | unknown |
 *
 * A decision needs its time: where "none" is written as zero values, `accepted` is false long before anybody decides.
 *
 * @param task - The summary, or the payload of its callback.
 * @returns The verdict.
 *
 * @example
 * const verdict = searchTaskVerdict(await kryptogo.searchTasks.getSummary({ task_id: 123 }));
 */
export function searchTaskVerdict(task: Pick<SearchTask, "progress" | "audit_time" | "report">): SearchTaskVerdict {
  const accepted = task.report?.accepted;
  if (typeof accepted === "boolean" && decidedAt(task) !== null) return accepted ? "accepted" : "rejected";
  const { progress } = task;
  if (progress === 100) return "undecided";
  return progress === null || (progress !== undefined && progress >= 0 && progress < 100) ? "searching" : "unknown";
}
