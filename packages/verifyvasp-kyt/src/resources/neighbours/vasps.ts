import { type RequestOptions, Resource } from "@x/core";
import { getOwnVaspId, type GetOwnVaspIdInput, type OwnVaspId } from "../../endpoints/neighbours/getOwnVaspId.js";
import { listVasps, type ListVaspsInput, type VaspList } from "../../endpoints/neighbours/listVasps.js";

/** VASPs that can be reached. */
export class Vasps extends Resource {
  /**
   * Lists the VASPs that can be reached.
   *
   * @param input - Which ones.
   * @param options - Choices for this call alone.
   * @returns The VASPs; none until your enclave is connected with others.
   *
   * @example
   * const { vasps } = await verifyvasp.neighbours.vasps.list({ protocol: "VERIFYVASP" });
   */
  async list(input: ListVaspsInput = {}, options?: RequestOptions): Promise<VaspList> {
    return await this.transport.request(listVasps, input, options);
  }

  /**
   * Reads your own id: a test of enclave and alliance in one.
   *
   * @param input - Nothing.
   * @param options - Choices for this call alone.
   * @returns The id, a decimal string up to 2^64.
   *
   * @example
   * const { vaspId } = await verifyvasp.neighbours.vasps.getOwnId();
   */
  async getOwnId(input: GetOwnVaspIdInput = {}, options?: RequestOptions): Promise<OwnVaspId> {
    return await this.transport.request(getOwnVaspId, input, options);
  }
}
