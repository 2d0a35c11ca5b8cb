import { byPageNumber, defineEndpoint, expected, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import { type Paging, pagingSchema } from "../../models/paging.js";
import { type SearchTask, searchTaskDecisions, searchTaskSchema } from "../../models/searchTask.js";

/** Which page of the history to read. */
export interface ListSearchTasksInput {
  /** Items per page, from 1; the vendor's maximum is not documented. */
  page_size: number;
  /** Number of the page, from 1. */
  page_number: number;
  /** Only tasks with this reference. */
  customer_reference?: string | undefined;
}

/** One page of search tasks; their order is not documented. */
export interface SearchTaskPage {
  /** Tasks of this page. */
  data: SearchTask[];
  /** Where the page stands. */
  paging?: Paging | null | undefined;
}

/** `GET /tasks` */
export const listSearchTasks = defineEndpoint<ListSearchTasksInput, SearchTaskPage>({
  name: "listSearchTasks",
  method: "GET",
  path: "/tasks",
  input: schemaFor<ListSearchTasksInput>()(() =>
    z.strictObject({
      page_size: z.int().check(z.minimum(1)),
      page_number: z.int().check(z.minimum(1)),
      customer_reference: z.optional(text()),
    }),
  ),
  output: schemaFor<SearchTaskPage>()(() =>
    z.strictObject({ data: z.array(searchTaskSchema), paging: expected(z.nullable(pagingSchema)) }),
  ),
  errors: {},
  effect: "read",
  cost: "free",
  decisive: searchTaskDecisions,
});

/** How the history goes on. */
export const searchTaskPages = byPageNumber<ListSearchTasksInput, SearchTaskPage, SearchTask>(
  (page) => page.data,
  (page) => page.paging ?? {},
);
