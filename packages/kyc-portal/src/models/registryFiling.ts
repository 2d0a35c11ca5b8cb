import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe, usual } from "./fields.js";

/** A filing that the registry of Hong Kong sells. */
export interface RegistryFiling {
  /** Id of the document once the filing is on the case: download it, and do not buy it again. */
  caseDocumentId?: number | null | undefined;
  /** Id to buy it with. The purchase spells it `registryDocumentId`. */
  registrydocumentId: number;
  /** Name. */
  name?: string | null | undefined;
  /** When it was filed. */
  filingDate?: string | null | undefined;
  /** State. */
  status?: string | null | undefined;
  /** The registry's form code. */
  category?: string | null | undefined;
  /** Last changed. */
  updateDatetime?: string | null | undefined;
}

/** The list in its envelope. */
export interface RegistryDocuments {
  /** The filings; null where there are none, as always in the sandbox. */
  documents?: RegistryFiling[] | null | undefined;
}

/** The company whose filings are listed. */
export interface RegistryFilingsCompany {
  /** Id of the company's record. */
  caseCompanyId?: number | null | undefined;
  /** When the list was last read from the registry. */
  lastRefreshedDate?: string | null | undefined;
  /** The filings. */
  registryDocuments?: RegistryDocuments | null | undefined;
}

/** Envelope of the company. */
export interface RegistryFilingsCase {
  /** The company. */
  company: RegistryFilingsCompany;
}

/** Filings of the company of a case, in the vendor's envelopes. */
export interface RegistryFilingsResponse {
  /** The case. */
  caseDetail: RegistryFilingsCase;
}

const registryFilingSchema = schemaFor<RegistryFiling>()(() =>
  z.strictObject({
    caseDocumentId: maybe(z.int()),
    registrydocumentId: z.int(),
    name: usual(z.string()),
    filingDate: usual(z.string()),
    status: usual(z.string()),
    category: usual(z.string()),
    updateDatetime: usual(z.string()),
  }),
);

export const registryFilingsResponseSchema = schemaFor<RegistryFilingsResponse>()(() =>
  z.strictObject({
    caseDetail: z.strictObject({
      company: z.strictObject({
        caseCompanyId: usual(z.int()),
        lastRefreshedDate: usual(z.string()),
        registryDocuments: usual(z.strictObject({ documents: usual(z.array(registryFilingSchema)) })),
      }),
    }),
  }),
);
