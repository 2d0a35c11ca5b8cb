import { defineEndpoint, type Found, type LookupContext, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { usual } from "../../models/fields.js";
import { id } from "../../models/ids.js";
import { and, statuses } from "../statuses.js";
import { listRegistryFilings } from "./listRegistryFilings.js";

/** Which filing to buy. */
export interface PurchaseRegistryFilingInput {
  /** Id of the case. */
  caseCommonId: number;
  /** Id of the filing: its `registrydocumentId`, which this operation spells with a capital D. */
  registryDocumentId: number;
}

/** That a filing was ordered. It is delivered later: its `caseDocumentId` in the list is set then. */
export interface PurchaseReceipt {
  /** The vendor's words. */
  message?: string | null | undefined;
}

/** `POST /v2/DocumentPurchase` */
export const purchaseRegistryFiling = defineEndpoint<PurchaseRegistryFilingInput, PurchaseReceipt>({
  name: "purchaseRegistryFiling",
  method: "POST",
  path: "/v2/DocumentPurchase",
  input: schemaFor<PurchaseRegistryFilingInput>()(() =>
    z.strictObject({ caseCommonId: id(), registryDocumentId: id() }),
  ),
  output: schemaFor<PurchaseReceipt>()(() => z.strictObject({ message: usual(z.string()) })),
  errors: /* @__PURE__ */ and(statuses, { 400: "Only cases of Hong Kong's registry (HKCR) have filings for sale." }),
  effect: "create",
  cost: "billed",
  timeout: 60_000,
  lookup: { find: findFiling },
});

/** A filing on the case was bought. One that is not there yet proves nothing, for delivery takes its time. */
async function findFiling(
  { caseCommonId, registryDocumentId }: PurchaseRegistryFilingInput,
  context: LookupContext,
): Promise<Found<PurchaseReceipt>> {
  const { caseDetail } = await context.request(listRegistryFilings, { caseCommonId });
  const filings = caseDetail.company.registryDocuments?.documents ?? [];
  const filing = filings.find((one) => one.registrydocumentId === registryDocumentId);
  return filing?.caseDocumentId == null ? { kind: "unclear" } : { kind: "one", value: {} };
}
