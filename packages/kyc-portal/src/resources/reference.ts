import { type RequestOptions, Resource } from "@x/core";
import { listCompanyTypes, type ListCompanyTypesInput } from "../endpoints/reference/listCompanyTypes.js";
import { listDataTypes } from "../endpoints/reference/listDataTypes.js";
import { listJurisdictions } from "../endpoints/reference/listJurisdictions.js";
import type { NoInput } from "../models/ids.js";
import type { CompanyType, DataType, JurisdictionsResponse } from "../models/reference.js";

/** What values other operations take. It changes rarely: keep it for a day. */
export class Reference extends Resource {
  /**
   * Lists the jurisdictions, and whether each has a live link to its registry.
   *
   * @param input - Nothing.
   * @param options - Choices for this call alone.
   * @returns The jurisdictions, in the vendor's envelope.
   * @throws {@link ApiError} when the vendor refuses.
   *
   * @example
   * const { jurisdictions } = await portal.reference.listJurisdictions();
   */
  async listJurisdictions(input: NoInput = {}, options?: RequestOptions): Promise<JurisdictionsResponse> {
    return await this.transport.request(listJurisdictions, input, options);
  }

  /**
   * Lists the kinds of companies, for cases without a registry entry.
   *
   * @param input - Query parameters that the vendor told you, if any.
   * @param options - Choices for this call alone.
   * @returns The kinds; the names of their fields are inferred.
   * @throws {@link ApiError} when the vendor refuses.
   *
   * @example
   * const types = await portal.reference.listCompanyTypes();
   */
  async listCompanyTypes(input: ListCompanyTypesInput = {}, options?: RequestOptions): Promise<CompanyType[]> {
    return await this.transport.request(listCompanyTypes, input, options);
  }

  /**
   * Lists the names that properties of cases have so far.
   *
   * The path is inferred: set `paths.listDataTypes` if the vendor tells you another.
   *
   * @param input - Nothing.
   * @param options - Choices for this call alone.
   * @returns The names.
   * @throws {@link ApiError} 404 when the path is another.
   *
   * @example
   * const types = await portal.reference.listDataTypes();
   */
  async listDataTypes(input: NoInput = {}, options?: RequestOptions): Promise<DataType[]> {
    return await this.transport.request(listDataTypes, input, options);
  }
}
