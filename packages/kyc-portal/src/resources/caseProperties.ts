import { type Endpoint, type RequestOptions, Resource, type Transport } from "@x/core";
import type { DeletePropertyInput, PropertiesReceipt, SetPropertiesInput } from "../endpoints/cases/properties.js";
import type { CaseProperty } from "../models/caseProperty.js";
import type { CaseInput } from "../models/ids.js";

/** Contracts of the properties of one kind of cases. */
export interface CasePropertiesContracts {
  readonly get: Endpoint<CaseInput, CaseProperty[]>;
  readonly set: Endpoint<SetPropertiesInput, PropertiesReceipt>;
  readonly delete: Endpoint<DeletePropertyInput, unknown>;
}

/** Fields that the tenant has added to cases. Individuals have the same methods. */
export class CaseProperties extends Resource {
  readonly #contracts: CasePropertiesContracts;

  /** @hidden */
  constructor(transport: Transport, contracts: CasePropertiesContracts) {
    super(transport);
    this.#contracts = contracts;
  }

  /**
   * Reads the properties of a case.
   *
   * @param input - Which case.
   * @param options - Choices for this call alone.
   * @returns Names and values.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * const properties = await portal.companies.properties.get({ caseCommonId: 2000236 });
   */
  async get(input: CaseInput, options?: RequestOptions): Promise<CaseProperty[]> {
    return await this.transport.request(this.#contracts.get, input, options);
  }

  /**
   * Writes properties: those that are there are replaced, others are added.
   *
   * A name that does not exist yet is made for the whole tenant, also out of a typing error.
   *
   * @param input - The case and the properties.
   * @param options - Choices for this call alone.
   * @returns The case that was written to.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * await portal.companies.properties.set({ caseCommonId: 2000236, properties: [{ dataType: "Accepted date", data: "19/11/2026" }] });
   */
  async set(input: SetPropertiesInput, options?: RequestOptions): Promise<PropertiesReceipt> {
    return await this.transport.request(this.#contracts.set, input, options);
  }

  /**
   * Removes one property of a case.
   *
   * @param input - The case, and the name of the property.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link ApiError} 404 when there is no such case or property.
   *
   * @example
   * await portal.companies.properties.delete({ caseCommonId: 2000236, dataType: "Accepted date" });
   */
  async delete(input: DeletePropertyInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(this.#contracts.delete, input, options);
  }
}
