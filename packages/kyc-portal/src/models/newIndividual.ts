import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { type NewCaseProperty, newCasePropertySchema } from "./caseProperty.js";
import { type Extra, extraField } from "./extra.js";
import { country, isoDate, text } from "./formats.js";
import { id } from "./ids.js";

/** A person to open a case for. That an import takes the same fields is inferred. */
export interface NewIndividual extends Extra {
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
  /** Journey of the tenant; the vendor's own tests send `Individuals`. */
  journeyName?: string | null | undefined;
  /** Nationality, as `GB`. */
  nationalityCodeiso31662?: string | undefined;
  /** Date of birth, `YYYY-MM-DD`. */
  birthDate?: string | undefined;
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
  /** Country of residence, as `GB`. */
  countryCodeiso31662?: string | undefined;
  /** The whole address in one line. */
  rawAddress?: string | null | undefined;
  /** Whether first and last name may be swapped in searches. */
  nameTransposition?: boolean | undefined;
  /** Fields of your own on the case. */
  properties?: NewCaseProperty[] | undefined;
  /** Whether it was made by hand. */
  isManuallyCreated?: boolean | undefined;
  /** Whether the web app shows it among live cases. */
  isVisibleInLiveCases?: boolean | undefined;
  /** User to assign it to. */
  userId?: number | null | undefined;
  /** Left out for a full case; inferred from companies. */
  caseProcessingType?: string | undefined;
}

export const newIndividualSchema = schemaFor<NewIndividual>()(() =>
  z.strictObject({
    firstName: text(),
    lastName: text(),
    journeyName: z.optional(z.nullable(z.string())),
    nationalityCodeiso31662: z.optional(country()),
    birthDate: z.optional(isoDate()),
    addressLine1: z.optional(z.string()),
    addressLine2: z.optional(z.string()),
    postcode: z.optional(z.string()),
    city: z.optional(z.string()),
    province: z.optional(z.string()),
    countryCodeiso31662: z.optional(country()),
    rawAddress: z.optional(z.nullable(z.string())),
    nameTransposition: z.optional(z.boolean()),
    properties: z.optional(z.array(newCasePropertySchema)),
    isManuallyCreated: z.optional(z.boolean()),
    isVisibleInLiveCases: z.optional(z.boolean()),
    userId: z.optional(z.nullable(id())),
    caseProcessingType: z.optional(z.string()),
    extra: extraField(),
  }),
);
