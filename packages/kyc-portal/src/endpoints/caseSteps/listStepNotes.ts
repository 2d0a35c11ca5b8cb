import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { listIn } from "../../models/answers.js";
import { type CaseStepInput, caseStepInputSchema } from "../../models/ids.js";
import { type StepNote, stepNoteSchema } from "../../models/stepNote.js";
import { readStatuses } from "../statuses.js";

/** `GET /v2/CaseStepNotes/{caseCommonId}/{stepId}` */
export const listStepNotes = defineEndpoint<CaseStepInput, StepNote[]>({
  name: "listStepNotes",
  method: "GET",
  path: "/v2/CaseStepNotes/{caseCommonId}/{stepId}",
  input: caseStepInputSchema,
  output: schemaFor<StepNote[]>()(() => z.array(stepNoteSchema)),
  errors: readStatuses,
  effect: "read",
  cost: "free",
  timeout: 60_000,
  decode: listIn,
});
