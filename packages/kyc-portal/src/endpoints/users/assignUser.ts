import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import { id, undocumentedSchema } from "../../models/ids.js";
import { statuses } from "../statuses.js";

/** Who works on which case. */
export interface AssignUserInput {
  /** Id of the case. */
  caseCommonId: number;
  /** Id of the user, from the list of users. */
  userId: number | string;
}

/** `PUT /v2/AssignUser/{caseCommonId}/assign/{userId}` */
export const assignUser = defineEndpoint<AssignUserInput, unknown>({
  name: "assignUser",
  method: "PUT",
  path: "/v2/AssignUser/{caseCommonId}/assign/{userId}",
  input: schemaFor<AssignUserInput>()(() => z.strictObject({ caseCommonId: id(), userId: z.union([id(), text()]) })),
  output: undocumentedSchema,
  errors: statuses,
  effect: "replace",
  cost: "free",
  timeout: 60_000,
  mayBeEmpty: true,
});
