import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe } from "./fields.js";

/** An address, as a whole and in the parts that the source had. */
export interface CaseAddress {
  /** The whole address in one line; the one to use for companies. */
  rawAddress?: string | null | undefined;
  /** The whole address, as some sources write it. */
  address?: string | null | undefined;
  /** First line. */
  addressLine1?: string | null | undefined;
  /** Second line. */
  addressLine2?: string | null | undefined;
  /** Town. */
  city?: string | null | undefined;
  /** State or province. */
  stateProvince?: string | null | undefined;
  /** Postal code. */
  postcode?: string | null | undefined;
  /** Name of the country. */
  country?: string | null | undefined;
  /** ISO 3166 code of the country or its part. */
  countryCodeISO31662?: string | null | undefined;
}

export const caseAddressSchema = schemaFor<CaseAddress>()(() =>
  z.strictObject({
    rawAddress: maybe(z.string()),
    address: maybe(z.string()),
    addressLine1: maybe(z.string()),
    addressLine2: maybe(z.string()),
    city: maybe(z.string()),
    stateProvince: maybe(z.string()),
    postcode: maybe(z.string()),
    country: maybe(z.string()),
    countryCodeISO31662: maybe(z.string()),
  }),
);
