import { defineEndpoint } from "@x/core";
import { caseIn } from "../../models/answers.js";
import { type CaseDetailResponse, caseDetailResponseSchema, caseDecisions } from "../../models/caseDetail.js";
import { spread } from "../../models/extra.js";
import { type NewIndividual, newIndividualSchema } from "../../models/newIndividual.js";
import { statuses } from "../statuses.js";
import { individualLookup } from "./findNewIndividual.js";

/** `POST /v2/Individuals` */
export const createIndividual = defineEndpoint<NewIndividual, CaseDetailResponse>({
  name: "createIndividual",
  method: "POST",
  path: "/v2/Individuals",
  input: newIndividualSchema,
  output: caseDetailResponseSchema,
  errors: statuses,
  effect: "create",
  cost: "billed",
  timeout: 60_000,
  encode: { extra: spread },
  decode: caseIn,
  creates: "caseCommonId",
  decisive: caseDecisions,
  lookup: individualLookup,
});
