import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { id } from "../../models/ids.js";
import {
  type SearchTaskDetail,
  searchTaskDetailDecisions,
  searchTaskDetailSchema,
} from "../../models/searchTaskDetail.js";

/** Which search task to read. */
export interface GetSearchTaskDetailInput {
  /** Id that `create` answered. */
  task_id: number;
}

/** `GET /task/{task_id}/detail` */
export const getSearchTaskDetail = defineEndpoint<GetSearchTaskDetailInput, SearchTaskDetail>({
  name: "getSearchTaskDetail",
  method: "GET",
  path: "/task/{task_id}/detail",
  input: schemaFor<GetSearchTaskDetailInput>()(() => z.strictObject({ task_id: id })),
  output: searchTaskDetailSchema,
  errors: {},
  effect: "read",
  cost: "free",
  verified: false,
  decisive: searchTaskDetailDecisions,
});
