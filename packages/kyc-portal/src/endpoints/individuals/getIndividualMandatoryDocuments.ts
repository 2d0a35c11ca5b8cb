import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { listIn } from "../../models/answers.js";
import { type CaseInput, caseInputSchema } from "../../models/ids.js";
import { readStatuses } from "../statuses.js";

/** `GET /v2/Individuals/{caseCommonId}/documents/mandatory` */
export const getIndividualMandatoryDocuments = defineEndpoint<CaseInput, string[]>({
  name: "getIndividualMandatoryDocuments",
  method: "GET",
  path: "/v2/Individuals/{caseCommonId}/documents/mandatory",
  input: caseInputSchema,
  output: schemaFor<string[]>()(() => z.array(z.string())),
  errors: readStatuses,
  effect: "read",
  cost: "free",
  timeout: 60_000,
  decode: listIn,
});
