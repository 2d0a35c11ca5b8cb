import { type RequestOptions, Resource, type Transport } from "@x/core";
import { checkHealth, type CheckHealthInput } from "../../endpoints/neighbours/checkHealth.js";
import { Screenings } from "./screenings.js";
import { Vasps } from "./vasps.js";
import { Verifications } from "./verifications.js";

/** The enclave's other operations, which stand around KYT. */
export class Neighbours extends Resource {
  /** Screenings besides KYT. */
  readonly screenings: Screenings;
  /** Travel-rule verifications. */
  readonly verifications: Verifications;
  /** VASPs that can be reached. */
  readonly vasps: Vasps;

  /** @hidden */
  constructor(transport: Transport) {
    super(transport);
    this.screenings = new Screenings(transport);
    this.verifications = new Verifications(transport);
    this.vasps = new Vasps(transport);
  }

  /**
   * Asks whether the enclave is up. Its status is the whole answer.
   *
   * @param input - Nothing.
   * @param options - Choices for this call alone.
   * @returns Nothing, when it is.
   * @throws {@link SdkError} when it is not.
   *
   * @example
   * await verifyvasp.neighbours.checkHealth();
   */
  async checkHealth(input: CheckHealthInput = {}, options?: RequestOptions): Promise<void> {
    await this.transport.request(checkHealth, input, options);
  }
}
