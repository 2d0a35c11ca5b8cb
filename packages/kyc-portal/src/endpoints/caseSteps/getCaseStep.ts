import { defineEndpoint } from "@x/core";
import { withFlag } from "../../models/answers.js";
import { type CaseStepDetail, caseStepDetailSchema, stepDecisions } from "../../models/caseSteps.js";
import { type CaseStepInput, caseStepInputSchema } from "../../models/ids.js";
import { readStatuses } from "../statuses.js";

/** `GET /v2/CaseSteps/{caseCommonId}/details/{stepId}` */
export const getCaseStep = defineEndpoint<CaseStepInput, CaseStepDetail>({
  name: "getCaseStep",
  method: "GET",
  path: "/v2/CaseSteps/{caseCommonId}/details/{stepId}",
  input: caseStepInputSchema,
  output: caseStepDetailSchema,
  errors: readStatuses,
  effect: "read",
  cost: "free",
  timeout: 60_000,
  decode: withFlag,
  decisive: stepDecisions,
});
