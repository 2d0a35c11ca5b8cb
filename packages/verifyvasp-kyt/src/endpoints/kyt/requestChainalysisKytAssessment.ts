import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text, uuid, uuidForm } from "../../models/formats.js";
import { type RegisteredRequest, registeredSchema } from "../../models/receipts.js";
import { commonErrors } from "../statuses.js";

/** Which verification to assess. What of it is assessed follows from your role and the transaction report alone. */
export interface RequestChainalysisKytAssessmentInput {
  /** The verification. */
  verificationUuid: string;
  /**
   * Blockchain of the transfer in Chainalysis' words, such as `Ethereum`, at most 128 characters.
   *
   * Needed for assets that live on several, such as USDT; no list of names is documented, `networkHints` has some.
   */
  network?: string | undefined;
}

/** `POST /v1/risk-assessment/chainalysis-kyt` */
export const requestChainalysisKytAssessment = defineEndpoint<RequestChainalysisKytAssessmentInput, RegisteredRequest>({
  name: "requestChainalysisKytAssessment",
  method: "POST",
  path: "/v1/risk-assessment/chainalysis-kyt",
  input: schemaFor<RequestChainalysisKytAssessmentInput>()(() =>
    z.strictObject({ verificationUuid: uuid(), network: z.optional(text(128)) }),
  ),
  output: registeredSchema,
  errors: {
    ...commonErrors,
    403: "Chainalysis refused the enclave's own key (VEGA_CHAINALYSIS_KYT_API_KEY). No credential of yours is involved.",
  },
  effect: "create",
  cost: "billed",
  timeout: 15_000,
  decisive: ["requestId"],
  creates: { field: "requestId", form: uuidForm },
  reference: ({ verificationUuid }) => verificationUuid,
});
