import type { Found, LookupContext } from "@x/core";
import type { SearchTask } from "../../models/searchTask.js";
import { getIdvTask } from "../idv/getIdvTask.js";
import type { CreatedSearchTask, CreateSearchTasksInput, NewSearchTask } from "./createSearchTasks.js";
import { getSearchTaskSummary } from "./getSearchTaskSummary.js";
import { listSearchTasks, searchTaskPages } from "./listSearchTasks.js";

/** Clocks differ: a task may look this much older than the call that made it. */
const skewSeconds = 300;

/**
 * Finds what a batch created, element by element: the vendor may have taken a part of it.
 *
 * The vendor does not keep references unique, so reference, target and time must all fit.
 */
export async function findCreatedTasks(
  { tasks }: CreateSearchTasksInput,
  context: LookupContext,
): Promise<Found<CreatedSearchTask[]>> {
  const created: (CreatedSearchTask | undefined)[] = tasks.map(() => undefined);
  for (const [wanted, positions] of groups(tasks)) {
    const candidates = await candidatesFor(wanted, context);
    const fits = candidates.filter((task) => hasTarget(task, wanted) && isRecent(task.creation_time, context));
    if (fits.length > positions.length) return { kind: "several", ids: fits.map((task) => task.task_id) };
    fits.sort((a, b) => a.task_id - b.task_id);
    positions.forEach((at, n) => {
      const task = fits[n];
      if (task !== undefined) created[at] = { task_id: task.task_id, timestamp: task.creation_time };
    });
  }
  if (created.every((one) => one !== undefined)) return { kind: "one", value: created };
  return created.some((one) => one !== undefined) ? { kind: "some", value: created } : { kind: "none" };
}

/** Elements that no look-up can tell apart, each group with the positions that it has in the batch. */
function groups(tasks: readonly NewSearchTask[]): (readonly [NewSearchTask, number[]])[] {
  const byKey = new Map<string, readonly [NewSearchTask, number[]]>();
  tasks.forEach((task, at) => {
    const { from_idv_id, customer_reference, target } = task;
    const key = JSON.stringify([
      from_idv_id,
      from_idv_id === undefined && customer_reference,
      target.type,
      target.name,
    ]);
    const group = byKey.get(key) ?? ([task, []] as const);
    group[1].push(at);
    byKey.set(key, group);
  });
  return [...byKey.values()];
}

function hasTarget({ target }: SearchTask, wanted: NewSearchTask): boolean {
  return target?.type === wanted.target.type && target.name === wanted.target.name;
}

function isRecent(seconds: number | undefined, { startedAt }: LookupContext): boolean {
  return seconds === undefined || seconds >= startedAt.getTime() / 1000 - skewSeconds;
}

async function candidatesFor(wanted: NewSearchTask, context: LookupContext): Promise<SearchTask[]> {
  const { from_idv_id, customer_reference } = wanted;
  if (from_idv_id !== undefined) return await tasksOfIdv(from_idv_id, context);
  return customer_reference === undefined ? [] : await tasksWith(customer_reference, context);
}

/** The vendor gives such a task the verification's reference, so the verification is asked for its tasks instead. */
async function tasksOfIdv(idv_id: number, context: LookupContext): Promise<SearchTask[]> {
  const { dd_tasks, created_search_task_id } = await context.request(getIdvTask, { idv_id });
  const found: SearchTask[] = [];
  for (const { id, creation_timestamp } of dd_tasks ?? [])
    // One task the vendor made by itself, on acceptance.
    if (id !== created_search_task_id && isRecent(creation_timestamp, context))
      found.push(await context.request(getSearchTaskSummary, { task_id: id }));
  return found;
}

/** Whether the vendor's filter matches exactly is not documented, so what it answers is filtered again. */
async function tasksWith(customer_reference: string, context: LookupContext): Promise<SearchTask[]> {
  // By id: what comes in while pages are read moves others on to the next one, where they stand again.
  const found = new Map<number, SearchTask>();
  let input: Parameters<typeof searchTaskPages.next>[1] | undefined = {
    page_size: 100,
    page_number: 1,
    customer_reference,
  };
  while (input !== undefined) {
    const page = await context.request(listSearchTasks, input);
    for (const task of page.data) if (task.customer_reference === customer_reference) found.set(task.task_id, task);
    input = searchTaskPages.next(page, input);
  }
  return [...found.values()];
}
