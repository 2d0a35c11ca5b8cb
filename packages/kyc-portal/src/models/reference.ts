import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe, usual } from "./fields.js";

/** A country, or a part of one, whose registries the vendor knows. */
export interface Jurisdiction {
  /** Name. */
  name?: string | null | undefined;
  /** ISO 3166 code, for searches and new cases. */
  codeiso31662: string;
  /** Part of the world, as `Europe`. */
  area?: string | null | undefined;
  /** Whether there is a live link to a registry. Without one, people build the case. */
  isautomated?: boolean | null | undefined;
  /** Codes of the registries, as `HKCR`. */
  dataSources?: string[] | null | undefined;
}

/** The jurisdictions, in the vendor's envelope. */
export interface JurisdictionsResponse {
  /** Envelope. */
  jurisdictions: JurisdictionList;
}

/** The envelope's list. */
export interface JurisdictionList {
  /** The jurisdictions. */
  jurisdiction: Jurisdiction[];
}

/** A kind of company, for cases without a registry entry; the names are inferred. */
export interface CompanyType {
  /** Name, to send as `companyType`. */
  name?: string | null | undefined;
  /** Its number. */
  id?: number | string | null | undefined;
  /** Jurisdiction that has it. */
  codeiso31662?: string | null | undefined;
  /** What else the vendor tells. */
  [field: string]: unknown;
}

/** A name that properties of cases can have; inferred. */
export interface DataType {
  /** The name. */
  dataType?: string | null | undefined;
  /** What else the vendor tells. */
  [field: string]: unknown;
}

export const jurisdictionsResponseSchema = schemaFor<JurisdictionsResponse>()(() =>
  z.strictObject({
    jurisdictions: z.strictObject({
      jurisdiction: z.array(
        z.strictObject({
          name: usual(z.string()),
          codeiso31662: z.string(),
          area: usual(z.string()),
          isautomated: usual(z.boolean()),
          dataSources: usual(z.array(z.string())),
        }),
      ),
    }),
  }),
);

export const companyTypesSchema = schemaFor<CompanyType[]>()(() =>
  z.array(
    z.looseObject({
      name: maybe(z.string()),
      id: maybe(z.union([z.int(), z.string()])),
      codeiso31662: maybe(z.string()),
    }),
  ),
);

export const dataTypesSchema = schemaFor<DataType[]>()(() => z.array(z.looseObject({ dataType: maybe(z.string()) })));
