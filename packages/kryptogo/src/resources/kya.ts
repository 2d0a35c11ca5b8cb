import { type RequestOptions, Resource } from "@x/core";
import { createKyaTask, type CreateKyaTaskInput } from "../endpoints/kya/createKyaTask.js";
import { getAddressRisk, type GetAddressRiskInput } from "../endpoints/kya/getAddressRisk.js";
import { getKyaTask, type GetKyaTaskInput } from "../endpoints/kya/getKyaTask.js";
import type { AddressRisk } from "../models/addressRisk.js";
import type { KyaTask } from "../models/kyaTask.js";

/** Risk of blockchain addresses. */
export class Kya extends Resource {
  /**
   * Looks the risk of one address up, without keeping it. It may be billed each time.
   *
   * @deprecated Gone from the vendor's newer documents; use {@link Kya.create}.
   * @param input - Which address.
   * @param options - Choices for this call alone.
   * @returns Sums, score and signals.
   * @throws {@link OutcomeUnknownError} when the answer was lost: it may have been billed.
   *
   * @example
   * const risk = await kryptogo.kya.getAddressRisk({ symbol: "btc", address: "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh" });
   */
  async getAddressRisk(input: GetAddressRiskInput, options?: RequestOptions): Promise<AddressRisk> {
    return await this.transport.request(getAddressRisk, input, options);
  }

  /**
   * Analyses one address and keeps the result. Billed; the request is sent once.
   *
   * The path is inferred: set `paths.createKyaTask` if KryptoGO tells you another.
   *
   * @param input - Which address.
   * @param options - Choices for this call alone.
   * @returns The finished analysis. Keep `kya_id`: there is no list to find it in.
   * @throws {@link OutcomeUnknownError} when the answer was lost; nothing can look it up, so a person has to.
   *
   * @example
   * const task = await kryptogo.kya.create({ address: "0x72a5843cc08275C8171E582972Aa4fDa8C397B2A", chain: "eth" });
   */
  async create(input: CreateKyaTaskInput, options?: RequestOptions): Promise<KyaTask> {
    return await this.transport.request(createKyaTask, input, options);
  }

  /**
   * Reads a kept analysis again.
   *
   * @param input - Which analysis.
   * @param options - Choices for this call alone.
   * @returns What `create` answered.
   * @throws {@link ApiError} when KryptoGO refuses, for one because there is no such analysis.
   *
   * @example
   * const task = await kryptogo.kya.get({ kya_id: 12 });
   */
  async get(input: GetKyaTaskInput, options?: RequestOptions): Promise<KyaTask> {
    return await this.transport.request(getKyaTask, input, options);
  }
}
