import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { id, undocumentedSchema } from "../../models/ids.js";
import { statuses } from "../statuses.js";

/** What a review of a step came to. */
export interface UpdateCaseStepStatusInput {
  /** Id of the case. */
  caseCommonId: number;
  /** Id of the step. */
  stepId: number;
  /** Result; `NotReviewed` takes one back. */
  status: "Passed" | "Failed" | "NotReviewed";
  /** Whether the web app shows the step folded. */
  isCollapsed?: boolean | undefined;
}

/** `PATCH /v2/CaseSteps/{caseCommonId}/status/{stepId}` */
export const updateCaseStepStatus = defineEndpoint<UpdateCaseStepStatusInput, unknown>({
  name: "updateCaseStepStatus",
  method: "PATCH",
  path: "/v2/CaseSteps/{caseCommonId}/status/{stepId}",
  input: schemaFor<UpdateCaseStepStatusInput>()(() =>
    z.strictObject({
      caseCommonId: id(),
      stepId: id(),
      status: z.enum(["Passed", "Failed", "NotReviewed"]),
      isCollapsed: z.optional(z.boolean()),
    }),
  ),
  output: undocumentedSchema,
  errors: statuses,
  effect: "replace",
  cost: "free",
  timeout: 60_000,
  mayBeEmpty: true,
});
