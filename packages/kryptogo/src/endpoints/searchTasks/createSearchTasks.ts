import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { SearchSource } from "../../codes/searchSources.js";
import { customerReference } from "../../models/formats.js";
import { id } from "../../models/ids.js";
import { vendorUrl } from "../../models/urls.js";
import {
  type CompanyTarget,
  companyTargetSchema,
  type PersonTarget,
  personTargetSchema,
} from "../../models/searchTarget.js";
import { findCreatedTasks } from "./findCreatedTasks.js";

/** One search to make. */
export interface NewSearchTask {
  /** Stored search setting to use: the number at the end of its page's address in the console. */
  search_setting_id: number;
  /** Who to search. */
  target: PersonTarget | CompanyTarget;
  /** Sources to search, see `searchSources`; all when left out. */
  search_source?: SearchSource[] | undefined;
  /** Where KryptoGO sends the search-task callback, server to server. */
  callback_url?: string | undefined;
  /**
   * Your own reference. Give each task another one: a lost answer is found again by it. Made for you when left out.
   * With `from_idv_id` the vendor overwrites it.
   */
  customer_reference?: string | undefined;
  /** Identity verification that this search follows; the vendor then takes birthday, citizenship, reference and callback from there. */
  from_idv_id?: number | undefined;
}

/** The searches to make: the vendor takes a batch. */
export interface CreateSearchTasksInput {
  /** At least one. Each is billed. */
  tasks: NewSearchTask[];
}

/** A search that was started. */
export interface CreatedSearchTask {
  /** Identifies the task. */
  task_id: number;
  /** Created, in epoch seconds. */
  timestamp?: number | undefined;
}

const newSearchTaskSchema = schemaFor<NewSearchTask>()(() =>
  z.strictObject({
    search_setting_id: id,
    target: z.union([personTargetSchema, companyTargetSchema]),
    search_source: z.optional(z.array(z.literal([0, 1, 2, 3, 4])).check(z.minLength(1))),
    callback_url: z.optional(vendorUrl()),
    customer_reference: z.optional(customerReference()),
    from_idv_id: z.optional(id),
  }),
);

/** `POST /task` */
export const createSearchTasks = defineEndpoint<CreateSearchTasksInput, CreatedSearchTask[]>({
  name: "createSearchTasks",
  method: "POST",
  path: "/task",
  input: schemaFor<CreateSearchTasksInput>()(() =>
    z.strictObject({ tasks: z.array(newSearchTaskSchema).check(z.minLength(1)) }),
  ),
  output: schemaFor<CreatedSearchTask[]>()(() =>
    z.array(z.strictObject({ task_id: z.int(), timestamp: z.optional(z.int()) })),
  ),
  errors: {},
  effect: "create",
  cost: "billed",
  body: "tasks",
  creates: "task_id",
  elements: ({ tasks }) => tasks.map((content) => ({ reference: content.customer_reference, content })),
  complete: ({ tasks }, reference) => ({
    tasks: tasks.map((task) => ({
      ...task,
      search_source: task.search_source ?? [0, 1, 2, 3, 4],
      customer_reference: task.customer_reference ?? reference(),
    })),
  }),
  lookup: {
    reference: ({ tasks }) => tasks[0]?.customer_reference,
    find: findCreatedTasks,
  },
});
