import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { namedListIn } from "../../models/answers.js";
import { spread } from "../../models/extra.js";
import { type CompanyType, companyTypesSchema } from "../../models/reference.js";
import { readStatuses } from "../statuses.js";

/** Which company types to list. */
export interface ListCompanyTypesInput {
  /** Goes into the query as it is: the vendor documents no parameters, and a jurisdiction is likely to be one. */
  query?: Record<string, string | number | boolean> | undefined;
}

/** `GET /v2/CompanyTypes` */
export const listCompanyTypes = defineEndpoint<ListCompanyTypesInput, CompanyType[]>({
  name: "listCompanyTypes",
  method: "GET",
  path: "/v2/CompanyTypes",
  input: schemaFor<ListCompanyTypesInput>()(() =>
    z.strictObject({ query: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))) }),
  ),
  output: companyTypesSchema,
  errors: readStatuses,
  effect: "read",
  cost: "free",
  timeout: 60_000,
  encode: { query: spread },
  decode: /* @__PURE__ */ namedListIn("name"),
});
