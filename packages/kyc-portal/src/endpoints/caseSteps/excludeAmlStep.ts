import { defineEndpoint } from "@x/core";
import { type CaseStepInput, caseStepInputSchema, undocumentedSchema } from "../../models/ids.js";
import { statuses } from "../statuses.js";

/** `PATCH /v2/CaseSteps/{caseCommonId}/exclude/{stepId}` */
export const excludeAmlStep = defineEndpoint<CaseStepInput, unknown>({
  name: "excludeAmlStep",
  method: "PATCH",
  path: "/v2/CaseSteps/{caseCommonId}/exclude/{stepId}",
  input: caseStepInputSchema,
  output: undocumentedSchema,
  errors: statuses,
  effect: "replace",
  cost: "free",
  timeout: 60_000,
  // No body is documented; an empty object is the form that a PATCH without one is least likely to be refused in.
  verified: false,
  bodyAlways: true,
  mayBeEmpty: true,
});
