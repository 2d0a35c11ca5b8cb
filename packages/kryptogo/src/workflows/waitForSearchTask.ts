import { type Waited, waitFor, type WaitOptions, type Workflow } from "@x/core";
import type { KryptogoClient } from "../client.js";
import type { GetSearchTaskSummaryInput } from "../endpoints/searchTasks/getSearchTaskSummary.js";
import { searchTaskVerdict, type SearchTaskVerdict } from "../helpers/searchTaskVerdict.js";
import type { SearchTask } from "../models/searchTask.js";

/** How a search task goes on, as far as waiting needs it. */
export const searchTaskWorkflow: Workflow<SearchTask, SearchTaskVerdict> = {
  vendor: "KryptoGO",
  operation: "waitForSearchTask",
  state: searchTaskVerdict,
  kinds: {
    searching: "working",
    undecided: "review",
    accepted: "terminal",
    rejected: "terminal",
    unknown: "unknown",
  },
  delays: [2000, 4000, 8000, 15_000, 30_000],
  timeout: 15 * 60_000,
};

/**
 * Waits until a search has its findings, and with `throughReview` until it is decided.
 *
 * Give `wake` the {@link Waker} of your callback route: a wake of `search_task:123` makes it look at once.
 *
 * @param kryptogo - The client to read with.
 * @param input - Which task.
 * @param options - How long, and what else ends the wait.
 * @returns The verdict, what kind of rest it is, and the task.
 * @throws {@link WaitExpiredError} when time is up; the search goes on.
 *
 * @example
 * const { value } = await waitForSearchTask(kryptogo, { task_id: 123 });
 */
export async function waitForSearchTask(
  kryptogo: Pick<KryptogoClient, "searchTasks">,
  input: GetSearchTaskSummaryInput,
  options?: WaitOptions<SearchTask>,
): Promise<Waited<SearchTask, SearchTaskVerdict>> {
  return await waitFor(
    searchTaskWorkflow,
    `search_task:${input.task_id}`,
    async (signal, timeout) =>
      await kryptogo.searchTasks.getSummary(input, { timeout, ...(signal === undefined ? {} : { signal }) }),
    options,
  );
}
