import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { caseIn } from "../../models/answers.js";
import { type CaseDetailResponse, caseDetailResponseSchema, caseDecisions } from "../../models/caseDetail.js";
import { type NewCaseProperty, newCasePropertySchema } from "../../models/caseProperty.js";
import { type Extra, extraField, spread } from "../../models/extra.js";
import { jurisdiction, text } from "../../models/formats.js";
import { agrees, newCaseLookup } from "../cases/findNewCase.js";
import { and, statuses } from "../statuses.js";
import { listCompanies } from "./listCompanies.js";

/** A company whose case was prepared elsewhere. It is screened, and nothing else. */
export interface ImportCompanyInput extends Extra {
  /** Legal name. */
  entityName: string;
  /** Jurisdiction, as `GB` or `US-AL`. */
  codeiso31662: string;
  /** Kind of company, from `reference.listCompanyTypes`. */
  companyType: string;
  /** Fields of your own on the case. */
  properties?: NewCaseProperty[] | undefined;
}

/** `POST /v2/Companies/import` */
export const importCompany = defineEndpoint<ImportCompanyInput, CaseDetailResponse>({
  name: "importCompany",
  method: "POST",
  path: "/v2/Companies/import",
  input: schemaFor<ImportCompanyInput>()(() =>
    z.strictObject({
      entityName: text(),
      codeiso31662: jurisdiction(),
      companyType: text(),
      properties: z.optional(z.array(newCasePropertySchema)),
      extra: extraField(),
    }),
  ),
  output: caseDetailResponseSchema,
  errors: /* @__PURE__ */ and(statuses, {
    400: "The import was refused, as the sandbox always does; readVendorMessage() says why.",
  }),
  effect: "create",
  cost: "billed",
  timeout: 60_000,
  encode: { extra: spread },
  decode: caseIn,
  creates: "caseCommonId",
  decisive: caseDecisions,
  lookup: /* @__PURE__ */ newCaseLookup(
    listCompanies,
    ({ company }, input) =>
      company != null &&
      company.entityName != null &&
      agrees(company.entityName, input.entityName) &&
      agrees(company.countryCodeISO31662, input.codeiso31662),
  ),
});
