import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { maybe, usual } from "../../models/fields.js";
import { jurisdiction, text } from "../../models/formats.js";
import { and, readStatuses } from "../statuses.js";

/** What to search a registry for. */
export interface SearchCompaniesInput {
  /** Name, part of it, or registration number. Too broad a term is refused by some registries. */
  query: string;
  /** Jurisdiction, as `GB` or `US-AL`; `reference.listJurisdictions` has them all. */
  codeiso31662: string;
  /** Registry to ask where a jurisdiction has several, as `HKCR` or `IRD`; inferred. */
  dataSource?: string | undefined;
}

/** A company that a registry found. */
export interface CompanySearchResult {
  /** Exact name in the registry: hand it unchanged to `create`. */
  rawname: string;
  /** Registration number; empty for the Cayman Islands. */
  externalCode?: string | null | undefined;
  /** State in the registry, as `Active` or `Dissolved`. */
  companyStatus?: string | null | undefined;
  /** Address, from the country alone up to the whole of it. */
  rawAddress?: string | null | undefined;
  /** Street; rarely filled. */
  street?: string | null | undefined;
  /** Town; rarely filled. */
  city?: string | null | undefined;
  /** Postal code; rarely filled. */
  zip?: string | null | undefined;
  /** Code of the registry; the sandbox writes `demo-harvest`. */
  dataSource?: string | null | undefined;
  /** Name again; rows of the sandbox. */
  name?: string | null | undefined;
  /** Kind of the entry; rows of the sandbox. */
  type?: string | null | undefined;
  /** Registration number again; rows of the sandbox. */
  registrationNumber?: string | null | undefined;
  /** Jurisdiction; rows of the sandbox. */
  countryCodeISO31662?: string | null | undefined;
  /** A case that is there already; rows of the sandbox. */
  caseCommonId?: number | null | undefined;
}

/** What a search found. */
export interface CompanySearch {
  /** The companies, as the registry orders them. */
  results: CompanySearchResult[];
}

/** What a search found, in the vendor's envelope. */
export interface CompanySearchResponse {
  /** Envelope. */
  companySearch: CompanySearch;
}

/** `POST /v2/Companies/search` */
export const searchCompanies = defineEndpoint<SearchCompaniesInput, CompanySearchResponse>({
  name: "searchCompanies",
  method: "POST",
  path: "/v2/Companies/search",
  input: schemaFor<SearchCompaniesInput>()(() =>
    z.strictObject({ query: text(), codeiso31662: jurisdiction(), dataSource: z.optional(text()) }),
  ),
  output: schemaFor<CompanySearchResponse>()(() =>
    z.strictObject({
      companySearch: z.strictObject({
        results: z.array(
          z.strictObject({
            rawname: z.string(),
            externalCode: usual(z.string()),
            companyStatus: maybe(z.string()),
            rawAddress: maybe(z.string()),
            street: maybe(z.string()),
            city: maybe(z.string()),
            zip: maybe(z.string()),
            dataSource: maybe(z.string()),
            name: maybe(z.string()),
            type: maybe(z.string()),
            registrationNumber: maybe(z.string()),
            countryCodeISO31662: maybe(z.string()),
            caseCommonId: maybe(z.int()),
          }),
        ),
      }),
    }),
  ),
  errors: /* @__PURE__ */ and(readStatuses, {
    400: "The registry refused the search, often because too many companies fit; readVendorMessage() holds its words.",
    500: "The registry failed, some of them on a broad term; readVendorMessage() holds the vendor's words.",
    504: "The registry took longer than the 300 s after which the vendor's gateway gives up.",
  }),
  effect: "query",
  cost: "free",
  // Registries that are driven through a browser take up to 150 s.
  timeout: 180_000,
  final: [500, 504],
});
