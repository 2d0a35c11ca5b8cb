import { type RequestOptions, Resource } from "@x/core";
import {
  requestChainalysisKytAssessment,
  type RequestChainalysisKytAssessmentInput,
} from "../endpoints/kyt/requestChainalysisKytAssessment.js";
import type { RegisteredRequest } from "../models/receipts.js";

/** Risk assessments by Chainalysis KYT. */
export class Kyt extends Resource {
  /**
   * Registers one paid risk assessment. It is sent once; its result comes by callback only.
   *
   * What is assessed follows from your role and the transaction report: see {@link kytRule}. `assess()` does this and
   * waits for the callback.
   *
   * @param input - Which verification, and its blockchain where the asset lives on several.
   * @param options - Choices for this call alone.
   * @returns The id of the request, which the callback repeats.
   * @throws {@link ApiError} when the enclave refuses; `enclaveReason()` says why.
   * @throws {@link OutcomeUnknownError} when the answer was lost. Nothing can look it up: a callback with that verification settles it.
   *
   * @example
   * const { requestId } = await verifyvasp.kyt.requestAssessment({
   *   verificationUuid: "d63398e3-c806-4300-bd99-170b54642080",
   *   network: "Ethereum",
   * });
   */
  async requestAssessment(
    input: RequestChainalysisKytAssessmentInput,
    options?: RequestOptions,
  ): Promise<RegisteredRequest> {
    return await this.transport.request(requestChainalysisKytAssessment, input, options);
  }
}
