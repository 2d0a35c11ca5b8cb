import { type Paged, type RequestOptions, Resource } from "@x/core";
import {
  type CreatedSearchTask,
  createSearchTasks,
  type CreateSearchTasksInput,
} from "../endpoints/searchTasks/createSearchTasks.js";
import { getSearchTaskDetail, type GetSearchTaskDetailInput } from "../endpoints/searchTasks/getSearchTaskDetail.js";
import { getSearchTaskSummary, type GetSearchTaskSummaryInput } from "../endpoints/searchTasks/getSearchTaskSummary.js";
import {
  listSearchTasks,
  type ListSearchTasksInput,
  searchTaskPages,
  type SearchTaskPage,
} from "../endpoints/searchTasks/listSearchTasks.js";
import {
  type SearchTaskDecision,
  setSearchTaskAccepted,
  type SetSearchTaskAcceptedInput,
} from "../endpoints/searchTasks/setSearchTaskAccepted.js";
import {
  type SearchTaskMetadataReceipt,
  setSearchTaskMetadata,
  type SetSearchTaskMetadataInput,
} from "../endpoints/searchTasks/setSearchTaskMetadata.js";
import type { SearchTask } from "../models/searchTask.js";
import type { SearchTaskDetail } from "../models/searchTaskDetail.js";

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
   * @throws {@link ApiError} when KryptoGO refuses, for one because there is no such task.
   *
   * @example
   * const task = await kryptogo.searchTasks.getSummary({ task_id: 123 });
   */
  async getSummary(input: GetSearchTaskSummaryInput, options?: RequestOptions): Promise<SearchTask> {
    return await this.transport.request(getSearchTaskSummary, input, options);
  }

  /**
   * Reads the whole record of one search, with auditor, comments and raw findings.
   *
   * The path is inferred: set `paths.getSearchTaskDetail` if KryptoGO tells you another.
   *
   * @param input - Which task.
   * @param options - Choices for this call alone.
   * @returns The record. Its form differs from the summary's.
   * @throws {@link ApiError} when KryptoGO refuses, for one because there is no such task.
   *
   * @example
   * const detail = await kryptogo.searchTasks.getDetail({ task_id: 123 });
   */
  async getDetail(input: GetSearchTaskDetailInput, options?: RequestOptions): Promise<SearchTaskDetail> {
    return await this.transport.request(getSearchTaskDetail, input, options);
  }

  /**
   * Records the decision on one search, once and for all.
   *
   * @param input - The task, the decision and the reason.
   * @param options - Choices for this call alone.
   * @returns The decision on record.
   * @throws {@link ApiError} 409 when the task was decided before, by you or in the console.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` compares with the task's summary.
   *
   * @example
   * await kryptogo.searchTasks.setAccepted({ task_id: 123, accepted: true, comment: "No match." });
   */
  async setAccepted(input: SetSearchTaskAcceptedInput, options?: RequestOptions): Promise<SearchTaskDecision> {
    return await this.transport.request(setSearchTaskAccepted, input, options);
  }

  /**
   * Keeps free keys and values with one search. Send the whole list each time.
   *
   * @param input - The task and the pairs.
   * @param options - Choices for this call alone.
   * @returns Code 0.
   * @throws {@link ApiError} when KryptoGO answers another code.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` looks for the pairs.
   *
   * @example
   * await kryptogo.searchTasks.setMetadata({ task_id: 123, metadata: [{ key: "branch", value: "Taipei" }] });
   */
  async setMetadata(input: SetSearchTaskMetadataInput, options?: RequestOptions): Promise<SearchTaskMetadataReceipt> {
    return await this.transport.request(setSearchTaskMetadata, input, options);
  }

  /**
   * Reads one page of the history of searches.
   *
   * @param input - Which page, and whose.
   * @param options - Choices for this call alone.
   * @returns The page.
   * @throws {@link ApiError} when KryptoGO refuses.
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
   * @throws {@link ApiError} while it is read, when KryptoGO refuses a page.
   *
   * @example
   * for await (const task of kryptogo.searchTasks.listAll({ customer_reference: "case-1" })) console.log(task.task_id);
   */
  listAll(input: Partial<ListSearchTasksInput> = {}, options?: RequestOptions): Paged<SearchTask> {
    return this.transport.pages(listSearchTasks, { page_size: 50, page_number: 1, ...input }, searchTaskPages, options);
  }
}
