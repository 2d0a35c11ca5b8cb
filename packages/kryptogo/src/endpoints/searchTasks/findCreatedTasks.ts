import type { Found, LookupContext } from "@x/core";
import type { SearchTask } from "../../models/searchTask.js";
import type { CreatedSearchTask, CreateSearchTasksInput, NewSearchTask } from "./createSearchTasks.js";
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
  for (const [key, positions] of Map.groupBy(tasks.keys(), (at) => sameAs(tasks[at]))) {
    const sample = tasks[positions[0] ?? 0];
    const reference = sample?.customer_reference;
    if (reference === undefined) continue;
    const fits = (await tasksWith(reference, context)).filter((task) => sameAs(task) === key && isRecent(task, context));
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

/** What tells two searches of one batch apart. */
function sameAs(task: Pick<NewSearchTask | SearchTask, "customer_reference" | "target"> | undefined): string {
  return JSON.stringify([task?.customer_reference, task?.target?.type, task?.target?.name]);
}

function isRecent(task: SearchTask, { startedAt }: LookupContext): boolean {
  return task.creation_time === undefined || task.creation_time >= startedAt.getTime() / 1000 - skewSeconds;
}

/** Whether the vendor's filter matches exactly is not documented, so the caller filters again. */
async function tasksWith(customer_reference: string, context: LookupContext): Promise<SearchTask[]> {
  const found: SearchTask[] = [];
  let input: Parameters<typeof searchTaskPages.next>[1] | undefined = { page_size: 100, page_number: 1, customer_reference };
  while (input !== undefined) {
    const page = await context.request(listSearchTasks, input);
    found.push(...page.data);
    input = searchTaskPages.next(page, input);
  }
  return found;
}
