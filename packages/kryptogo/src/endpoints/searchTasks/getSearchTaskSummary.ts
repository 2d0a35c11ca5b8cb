import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { id } from "../../models/ids.js";
import { type SearchTask, searchTaskDecisions, searchTaskSchema } from "../../models/searchTask.js";

/** Which search task to read. */
export interface GetSearchTaskSummaryInput {
  /** Id that `create` answered. */
  task_id: number;
}

/** `GET /task/{task_id}/summary` */
export const getSearchTaskSummary = defineEndpoint<GetSearchTaskSummaryInput, SearchTask>({
  name: "getSearchTaskSummary",
  method: "GET",
  path: "/task/{task_id}/summary",
  input: schemaFor<GetSearchTaskSummaryInput>()(() => z.strictObject({ task_id: id })),
  output: searchTaskSchema,
  errors: {},
  effect: "read",
  cost: "free",
  decisive: searchTaskDecisions,
});
