import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import { id } from "../../models/ids.js";
import { type StepNote, stepNoteSchema } from "../../models/stepNote.js";
import { statuses } from "../statuses.js";

/** A note to write. It shows in the audit trail and in the report. */
export interface AddStepNoteInput {
  /** Id of the case. */
  caseCommonId: number;
  /** Id of the step. */
  stepId: number;
  /** The text; line breaks are kept. */
  note: string;
}

/** `POST /v2/CaseStepNotes/{caseCommonId}/{stepId}` */
export const addStepNote = defineEndpoint<AddStepNoteInput, StepNote>({
  name: "addStepNote",
  method: "POST",
  path: "/v2/CaseStepNotes/{caseCommonId}/{stepId}",
  input: schemaFor<AddStepNoteInput>()(() => z.strictObject({ caseCommonId: id(), stepId: id(), note: text() })),
  output: stepNoteSchema,
  errors: statuses,
  effect: "create",
  cost: "free",
  timeout: 60_000,
});
