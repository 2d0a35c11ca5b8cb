import { defineEndpoint } from "@x/core";
import { listIn } from "../../models/answers.js";
import { type MandatoryDocument, mandatoryDocumentsSchema } from "../../models/caseDocuments.js";
import { type CaseInput, caseInputSchema } from "../../models/ids.js";
import { readStatuses } from "../statuses.js";

/** `GET /v2/Companies/{caseCommonId}/documents/rules/mandatory` */
export const getCompanyMandatoryDocuments = defineEndpoint<CaseInput, MandatoryDocument[]>({
  name: "getCompanyMandatoryDocuments",
  method: "GET",
  path: "/v2/Companies/{caseCommonId}/documents/rules/mandatory",
  input: caseInputSchema,
  output: mandatoryDocumentsSchema,
  errors: readStatuses,
  effect: "read",
  cost: "free",
  timeout: 60_000,
  decode: listIn,
});
