import { type Paged, type RequestOptions, Resource } from "@x/core";
import {
  type CreatedSearchTask,
  createSearchTasks,
  type CreateSearchTasksInput,
} from "../endpoints/searchTasks/createSearchTasks.js";
import { getSearchTaskSummary, type GetSearchTaskSummaryInput } from "../endpoints/searchTasks/getSearchTaskSummary.js";
import {
  listSearchTasks,
  type ListSearchTasksInput,
  searchTaskPages,
  type SearchTaskPage,
} from "../endpoints/searchTasks/listSearchTasks.js";
import type { SearchTask } from "../models/searchTask.js";

/** Due-diligence searches on persons and companies. */
export class SearchTasks extends Resource {
  /**
   * Starts one search for each target. Each is billed; the request is sent once.
   *
   * @param input - The searches to make.
   * @param options - Choices for this call alone.
   * @returns The tasks, in the order of the input. Results come by callback or {@link SearchTasks.getSummary}.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` finds by reference what was created.
   *
   * @example
   * const [task] = await kryptogo.searchTasks.create({
   *   tasks: [{ search_setting_id: 120, target: { type: 1, name: "黃琪", birthday: "1988-02-03" }, customer_reference: "case-1" }],
   * });
   */
  async create(input: CreateSearchTasksInput, options?: RequestOptions): Promise<CreatedSearchTask[]> {
    return await this.transport.request(createSearchTasks, input, options);
  }

  /**
   * Reads the state of one search.
   *
   * @param input - Which task.
   * @param options - Choices for this call alone.
   * @returns Progress, findings and decision, as far as there are any.
   *
   * @example
   * const task = await kryptogo.searchTasks.getSummary({ task_id: 123 });
   */
  async getSummary(input: GetSearchTaskSummaryInput, options?: RequestOptions): Promise<SearchTask> {
    return await this.transport.request(getSearchTaskSummary, input, options);
  }

  /**
   * Reads one page of the history of searches.
   *
   * @param input - Which page, and whose.
   * @param options - Choices for this call alone.
   * @returns The page.
   *
   * @example
   * const page = await kryptogo.searchTasks.list({ page_size: 10, page_number: 1, customer_reference: "case-1" });
   */
  async list(input: ListSearchTasksInput, options?: RequestOptions): Promise<SearchTaskPage> {
    return await this.transport.request(listSearchTasks, input, options);
  }

  /**
   * Reads the history of searches, page by page, as far as it is asked for.
   *
   * @param input - Whose, from which page, and how many a page; all of it may be left out.
   * @param options - Choices for each page's call.
   * @returns Tasks for `for await`, or `.pages()`, or `.toArray({ limit })`.
   *
   * @example
   * for await (const task of kryptogo.searchTasks.listAll({ customer_reference: "case-1" })) console.log(task.task_id);
   */
  listAll(input: Partial<ListSearchTasksInput> = {}, options?: RequestOptions): Paged<SearchTask> {
    return this.transport.pages(listSearchTasks, { page_size: 50, page_number: 1, ...input }, searchTaskPages, options);
  }
}
