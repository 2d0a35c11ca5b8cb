import { type RequestOptions, Resource } from "@x/core";
import {
  requestRefinitivWcoAssessment,
  type RequestRefinitivWcoAssessmentInput,
} from "../../endpoints/neighbours/requestRefinitivWcoAssessment.js";
import {
  type SanctionScreening,
  screenChainalysisSanction,
  type ScreenChainalysisSanctionInput,
} from "../../endpoints/neighbours/screenChainalysisSanction.js";
import type { RegisteredRequest } from "../../models/receipts.js";

/** Screenings besides KYT. */
export class Screenings extends Resource {
  /**
   * Looks the counterparty's address up in sanction lists, at once and free.
   *
   * @param input - Which verification; it has to be finished.
   * @param options - Choices for this call alone.
   * @returns What the lists say.
   * @throws {@link ApiError} 401 when the enclave's own key was refused.
   *
   * @example
   * const { chainalysisSanction } = await verifyvasp.neighbours.screenings.screenSanctions({ verificationUuid });
   */
  async screenSanctions(input: ScreenChainalysisSanctionInput, options?: RequestOptions): Promise<SanctionScreening> {
    return await this.transport.request(screenChainalysisSanction, input, options);
  }

  /**
   * Registers one paid screening of the counterparty's user by World-Check One.
   *
   * The callback may carry no `requestId`: tell screenings apart by verification and direction.
   *
   * @param input - Which verification, and whom.
   * @param options - Choices for this call alone.
   * @returns The id of the request. The result comes by callback only.
   * @throws {@link OutcomeUnknownError} when the answer was lost; wait for the callback before repeating.
   *
   * @example
   * const { requestId } = await verifyvasp.neighbours.screenings.requestWorldCheck({ verificationUuid });
   */
  async requestWorldCheck(
    input: RequestRefinitivWcoAssessmentInput,
    options?: RequestOptions,
  ): Promise<RegisteredRequest> {
    return await this.transport.request(requestRefinitivWcoAssessment, input, options);
  }
}
