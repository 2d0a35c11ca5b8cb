import { defineEndpoint } from "@x/core";
import { stepsIn } from "../../models/answers.js";
import { type CaseStepGroup, caseStepGroupsSchema, stepDecisions } from "../../models/caseSteps.js";
import { type CaseInput, caseInputSchema } from "../../models/ids.js";
import { readStatuses } from "../statuses.js";

/** `GET /v2/CaseSteps/{caseCommonId}` */
export const listCaseSteps = defineEndpoint<CaseInput, CaseStepGroup[]>({
  name: "listCaseSteps",
  method: "GET",
  path: "/v2/CaseSteps/{caseCommonId}",
  input: caseInputSchema,
  output: caseStepGroupsSchema,
  errors: readStatuses,
  effect: "read",
  cost: "free",
  timeout: 60_000,
  decode: stepsIn,
  decisive: stepDecisions,
});
