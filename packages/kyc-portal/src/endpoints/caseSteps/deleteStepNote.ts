import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { id, undocumentedSchema } from "../../models/ids.js";
import { statuses } from "../statuses.js";

/** Which note to delete. */
export interface DeleteStepNoteInput {
  /** Id of the case. */
  caseCommonId: number;
  /** Id of the step. */
  stepId: number;
  /** Id of the note, from the list of notes. */
  stepNoteId: number;
}

/** `DELETE /v2/CaseStepNotes/{caseCommonId}/{stepId}/{stepNoteId}` */
export const deleteStepNote = defineEndpoint<DeleteStepNoteInput, unknown>({
  name: "deleteStepNote",
  method: "DELETE",
  path: "/v2/CaseStepNotes/{caseCommonId}/{stepId}/{stepNoteId}",
  input: schemaFor<DeleteStepNoteInput>()(() => z.strictObject({ caseCommonId: id(), stepId: id(), stepNoteId: id() })),
  output: undocumentedSchema,
  errors: statuses,
  effect: "replace",
  cost: "free",
  timeout: 60_000,
  mayBeEmpty: true,
});
