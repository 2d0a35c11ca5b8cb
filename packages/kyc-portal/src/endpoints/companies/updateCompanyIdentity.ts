import { schemaFor } from "@x/core";
import * as z from "zod/mini";
import { type IdentityChange, identityChanges, identityOf } from "../cases/identity.js";
import { id } from "../../models/ids.js";

/** Fields of a company's identity. The names are inferred from creation and import; others are passed on as they are. */
export interface CompanyIdentity {
  /** Legal name. */
  entityName?: string | undefined;
  /** Kind of company. */
  companyType?: string | undefined;
  /** Registration number. */
  externalCode?: string | undefined;
  /** Jurisdiction. */
  codeiso31662?: string | undefined;
  /** First line of the address. */
  addressLine1?: string | undefined;
  /** Second line. */
  addressLine2?: string | undefined;
  /** Postal code. */
  postcode?: string | undefined;
  /** Town. */
  city?: string | undefined;
  /** Province. */
  province?: string | undefined;
  /** The whole address in one line. */
  rawAddress?: string | undefined;
  /** Names that the vendor told you. */
  [field: string]: unknown;
}

/** What to change of a company. */
export interface UpdateCompanyIdentityInput {
  /** Id of the case. */
  caseCommonId: number;
  /** Only what changes, as an object, or as a list of fields with their values: the vendor's form is inferred. */
  fields: CompanyIdentity | IdentityChange[];
}

/** `PUT /v2/Companies/{caseCommonId}/identity` */
export const updateCompanyIdentity = /* @__PURE__ */ identityOf<UpdateCompanyIdentityInput>(
  "updateCompanyIdentity",
  "Companies",
  /* @__PURE__ */ schemaFor<UpdateCompanyIdentityInput>()(() =>
    z.strictObject({
      caseCommonId: id(),
      fields: z.union([
        identityChanges(),
        z.looseObject({
          entityName: z.optional(z.string()),
          companyType: z.optional(z.string()),
          externalCode: z.optional(z.string()),
          codeiso31662: z.optional(z.string()),
          addressLine1: z.optional(z.string()),
          addressLine2: z.optional(z.string()),
          postcode: z.optional(z.string()),
          city: z.optional(z.string()),
          province: z.optional(z.string()),
          rawAddress: z.optional(z.string()),
        }),
      ]),
    }),
  ),
);
