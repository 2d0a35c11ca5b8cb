import { type RequestOptions, Resource } from "@x/core";
import {
  searchCasesByProperties,
  type SearchCasesByPropertiesInput,
} from "../endpoints/cases/searchCasesByProperties.js";
import { getHealth, type Health } from "../endpoints/service/getHealth.js";
import { getVersion } from "../endpoints/service/getVersion.js";
import type { NoInput } from "../models/ids.js";

/** The service itself, and what goes over all kinds of cases. */
export class Service extends Resource {
  /**
   * Reads the version of the API.
   *
   * @param input - Nothing.
   * @param options - Choices for this call alone.
   * @returns The version.
   * @throws {@link ApiError} when the vendor refuses.
   *
   * @example
   * const version = await portal.service.getVersion();
   */
  async getVersion(input: NoInput = {}, options?: RequestOptions): Promise<string> {
    return await this.transport.request(getVersion, input, options);
  }

  /**
   * Asks how the sandbox is.
   *
   * @param input - Nothing.
   * @param options - Choices for this call alone.
   * @returns Its state and version.
   * @throws {@link ApiError} 404 on a host that does not have it.
   *
   * @example
   * const { status } = await portal.service.getHealth();
   */
  async getHealth(input: NoInput = {}, options?: RequestOptions): Promise<Health> {
    return await this.transport.request(getHealth, input, options);
  }

  /**
   * Looks for cases of any kind by a property. It works in production; the sandbox refuses it.
   *
   * @param input - The property, and which page.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link ApiError} 400 in the sandbox.
   *
   * @example
   * const found = await portal.service.searchCasesByProperties({
   *   pageSize: 50,
   *   pageNumber: 0,
   *   propertyName: "Company Status",
   *   propertyValue: null,
   * });
   */
  async searchCasesByProperties(input: SearchCasesByPropertiesInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(searchCasesByProperties, input, options);
  }
}
