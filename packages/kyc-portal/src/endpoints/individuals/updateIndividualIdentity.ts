import { schemaFor } from "@x/core";
import * as z from "zod/mini";
import { isoDate } from "../../models/formats.js";
import { id } from "../../models/ids.js";
import { type IdentityChange, identityChanges, identityOf } from "../cases/identity.js";

/** Fields of a person's identity. The names are inferred from creation; others are passed on as they are. */
export interface IndividualIdentity {
  /** First name. */
  firstName?: string | undefined;
  /** Last name. */
  lastName?: string | undefined;
  /** Date of birth, `YYYY-MM-DD`. */
  birthDate?: string | undefined;
  /** Nationality. */
  nationalityCodeiso31662?: string | undefined;
  /** Country of residence. */
  countryCodeiso31662?: string | undefined;
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

/** What to change of a person. */
export interface UpdateIndividualIdentityInput {
  /** Id of the case. */
  caseCommonId: number;
  /** Only what changes, as an object, or as a list of fields with their values: the vendor's form is inferred. */
  fields: IndividualIdentity | IdentityChange[];
}

/** `PUT /v2/Individuals/{caseCommonId}/identity` */
export const updateIndividualIdentity = /* @__PURE__ */ identityOf<UpdateIndividualIdentityInput>(
  "updateIndividualIdentity",
  "Individuals",
  /* @__PURE__ */ schemaFor<UpdateIndividualIdentityInput>()(() =>
    z.strictObject({
      caseCommonId: id(),
      fields: z.union([
        identityChanges(),
        z.looseObject({
          firstName: z.optional(z.string()),
          lastName: z.optional(z.string()),
          birthDate: z.optional(isoDate()),
          nationalityCodeiso31662: z.optional(z.string()),
          countryCodeiso31662: z.optional(z.string()),
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
