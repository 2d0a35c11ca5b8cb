import { type RequestOptions, Resource } from "@x/core";
import {
  listRegistryFilings,
  type ListRegistryFilingsInput,
} from "../endpoints/registryFilings/listRegistryFilings.js";
import {
  type PurchaseReceipt,
  purchaseRegistryFiling,
  type PurchaseRegistryFilingInput,
} from "../endpoints/registryFilings/purchaseRegistryFiling.js";
import type { RegistryFilingsResponse } from "../models/registryFiling.js";

/** Filings that Hong Kong's registry sells, beyond what a case price covers. */
export class RegistryFilings extends Resource {
  /**
   * Lists the filings of a case's company.
   *
   * @param input - Which case, and whether the registry is asked anew.
   * @param options - Choices for this call alone.
   * @returns The filings. One with a `caseDocumentId` is on the case: download it, and do not buy it again.
   * @throws {@link ApiError} 400 for a case of another registry.
   *
   * @example
   * const { caseDetail } = await portal.registryFilings.list({ caseCommonId: 189 });
   */
  async list(input: ListRegistryFilingsInput, options?: RequestOptions): Promise<RegistryFilingsResponse> {
    return await this.transport.request(listRegistryFilings, input, options);
  }

  /**
   * Buys one filing. Billed; the request is sent once. It is delivered later.
   *
   * @param input - The case and the filing.
   * @param options - Choices for this call alone.
   * @returns The vendor's words. The filing is there once its `caseDocumentId` in the list is set.
   * @throws {@link OutcomeUnknownError} when the answer was lost; a filing that is not there yet proves nothing.
   *
   * @example
   * await portal.registryFilings.purchase({ caseCommonId: 189, registryDocumentId: 4711 });
   */
  async purchase(input: PurchaseRegistryFilingInput, options?: RequestOptions): Promise<PurchaseReceipt> {
    return await this.transport.request(purchaseRegistryFiling, input, options);
  }
}
