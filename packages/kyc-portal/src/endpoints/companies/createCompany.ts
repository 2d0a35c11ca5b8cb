import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { caseIn } from "../../models/answers.js";
import { type CaseDetailResponse, caseDetailResponseSchema, caseDecisions } from "../../models/caseDetail.js";
import { type NewCaseProperty, newCasePropertySchema } from "../../models/caseProperty.js";
import { type Extra, extraField, spread } from "../../models/extra.js";
import { jurisdiction, text } from "../../models/formats.js";
import { id } from "../../models/ids.js";
import { agrees, newCaseLookup } from "../cases/findNewCase.js";
import { statuses } from "../statuses.js";
import { listCompanies } from "./listCompanies.js";

/**
 * The company to open a case for. Three recipes:
 *
 * - registered in an automated jurisdiction: `rawname`, `codeiso31662`, `externalCode`, as a search found them
 * - in a jurisdiction without a live link: `rawname`, `codeiso31662`, `companyType`, and an address
 * - not in any register: the same, with `unregisteredEntity`
 */
export interface CreateCompanyInput extends Extra {
  /** Name, exactly as a search wrote it. */
  rawname: string;
  /** Jurisdiction, as `GB` or `US-AL`. */
  codeiso31662: string;
  /** Registration number, as a search wrote it. Recommended: it makes the match certain. */
  externalCode?: string | undefined;
  /** Kind of company, from `reference.listCompanyTypes`. */
  companyType?: string | undefined;
  /** Whether it stands in no register at all. */
  unregisteredEntity?: boolean | undefined;
  /** First line of the address; helps to find it where people build the case. */
  addressLine1?: string | undefined;
  /** Second line. */
  addressLine2?: string | undefined;
  /** Postal code. */
  postcode?: string | undefined;
  /** Town. */
  city?: string | undefined;
  /** Province. */
  province?: string | undefined;
  /** Left out for a full case. The value for screening alone is not documented. */
  caseProcessingType?: "Lite" | (string & Record<never, never>) | undefined;
  /** Journey of the tenant; `All` fetches more documents in the sandbox. */
  journeyName?: string | null | undefined;
  /** Fields of your own on the case; inferred from individual cases. */
  properties?: NewCaseProperty[] | undefined;
  /** Whether it was made by hand; inferred from individual cases. */
  isManuallyCreated?: boolean | undefined;
  /** Whether the web app shows it among live cases; inferred from individual cases. */
  isVisibleInLiveCases?: boolean | undefined;
  /** User to assign it to; inferred from individual cases. */
  userId?: number | null | undefined;
}

/** `POST /v2/Companies` */
export const createCompany = defineEndpoint<CreateCompanyInput, CaseDetailResponse>({
  name: "createCompany",
  method: "POST",
  path: "/v2/Companies",
  input: schemaFor<CreateCompanyInput>()(() =>
    z.strictObject({
      rawname: text(),
      codeiso31662: jurisdiction(),
      externalCode: z.optional(text()),
      companyType: z.optional(text()),
      unregisteredEntity: z.optional(z.boolean()),
      addressLine1: z.optional(z.string()),
      addressLine2: z.optional(z.string()),
      postcode: z.optional(z.string()),
      city: z.optional(z.string()),
      province: z.optional(z.string()),
      caseProcessingType: z.optional(
        z.string() as z.core.$ZodType as z.core.$ZodType<"Lite" | (string & Record<never, never>)>,
      ),
      journeyName: z.optional(z.nullable(z.string())),
      properties: z.optional(z.array(newCasePropertySchema)),
      isManuallyCreated: z.optional(z.boolean()),
      isVisibleInLiveCases: z.optional(z.boolean()),
      userId: z.optional(z.nullable(id())),
      extra: extraField(),
    }),
  ),
  output: caseDetailResponseSchema,
  errors: statuses,
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
      agrees(company.entityName, input.rawname) &&
      agrees(company.countryCodeISO31662, input.codeiso31662) &&
      agrees(company.properties?.["Registration Number"], input.externalCode),
  ),
});
