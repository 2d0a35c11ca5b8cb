import { defineEndpoint } from "@x/core";
import { caseIn } from "../../models/answers.js";
import { type CaseDetailResponse, caseDetailResponseSchema, caseDecisions } from "../../models/caseDetail.js";
import { spread } from "../../models/extra.js";
import { type NewIndividual, newIndividualSchema } from "../../models/newIndividual.js";
import { and, statuses } from "../statuses.js";
import { individualLookup } from "./findNewIndividual.js";

/** `POST /v2/Individuals/import` */
export const importIndividual = defineEndpoint<NewIndividual, CaseDetailResponse>({
  name: "importIndividual",
  method: "POST",
  path: "/v2/Individuals/import",
  input: newIndividualSchema,
  output: caseDetailResponseSchema,
  errors: /* @__PURE__ */ and(statuses, {
    400: "The import was refused, as the sandbox always does; readVendorMessage() says why.",
  }),
  effect: "create",
  cost: "billed",
  timeout: 60_000,
  verified: false,
  encode: { extra: spread },
  decode: caseIn,
  creates: "caseCommonId",
  decisive: caseDecisions,
  lookup: individualLookup,
});
