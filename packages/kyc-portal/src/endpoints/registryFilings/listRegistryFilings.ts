import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { id } from "../../models/ids.js";
import { type RegistryFilingsResponse, registryFilingsResponseSchema } from "../../models/registryFiling.js";
import { and, readStatuses } from "../statuses.js";

/** Which company's filings to list. */
export interface ListRegistryFilingsInput {
  /** Id of the case; Hong Kong's registry (`HKCR`) only. */
  caseCommonId: number;
  /** Whether the registry is asked anew. */
  refreshList?: boolean | undefined;
}

/** `GET /v2/DocumentPurchase/{caseCommonId}` */
export const listRegistryFilings = defineEndpoint<ListRegistryFilingsInput, RegistryFilingsResponse>({
  name: "listRegistryFilings",
  method: "GET",
  path: "/v2/DocumentPurchase/{caseCommonId}",
  input: schemaFor<ListRegistryFilingsInput>()(() =>
    z.strictObject({ caseCommonId: id(), refreshList: z.optional(z.boolean()) }),
  ),
  output: registryFilingsResponseSchema,
  errors: /* @__PURE__ */ and(readStatuses, {
    400: "Only cases of Hong Kong's registry (HKCR) have filings for sale.",
  }),
  effect: "read",
  cost: "free",
  timeout: 60_000,
  decisive: ["caseDocumentId"],
});
