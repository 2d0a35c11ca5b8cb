import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { id } from "../../models/ids.js";
import { kyaDecisions, type KyaTask, kyaTaskSchema } from "../../models/kyaTask.js";

/** Which analysis to read. */
export interface GetKyaTaskInput {
  /** Id that `create` answered. */
  kya_id: number;
}

/** `GET /kya/detail/{kya_id}` */
export const getKyaTask = defineEndpoint<GetKyaTaskInput, KyaTask>({
  name: "getKyaTask",
  method: "GET",
  path: "/kya/detail/{kya_id}",
  input: schemaFor<GetKyaTaskInput>()(() => z.strictObject({ kya_id: id })),
  output: kyaTaskSchema,
  errors: {},
  effect: "read",
  cost: "free",
  decisive: kyaDecisions,
});
