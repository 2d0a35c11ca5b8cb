import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { id } from "../../models/ids.js";
import { idvDecisions, type IdvTask, idvTaskSchema } from "../../models/idvTask.js";

/** Which verification to read. */
export interface GetIdvTaskInput {
  /** Id that `create`, `initWeb` or `initMobile` answered. */
  idv_id: number;
}

/** `GET /idv/{idv_id}` */
export const getIdvTask = defineEndpoint<GetIdvTaskInput, IdvTask>({
  name: "getIdvTask",
  method: "GET",
  path: "/idv/{idv_id}",
  input: schemaFor<GetIdvTaskInput>()(() => z.strictObject({ idv_id: id })),
  output: idvTaskSchema,
  errors: {},
  effect: "read",
  cost: "free",
  decisive: idvDecisions,
});
