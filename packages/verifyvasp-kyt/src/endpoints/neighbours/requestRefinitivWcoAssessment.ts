import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { uuid, uuidForm } from "../../models/formats.js";
import {
  beneficiarySchema,
  type IvmsBeneficiary,
  type IvmsOriginator,
  originatorSchema,
} from "../../models/ivms101.js";
import { type RegisteredRequest, registeredSchema } from "../../models/receipts.js";
import { commonErrors, keyRefused } from "../statuses.js";

/** Whose names to screen. */
export interface RequestRefinitivWcoAssessmentInput {
  /** The verification; as the beneficiary VASP you have to have answered it before. */
  verificationUuid: string;
  /** Persons to screen; those that the enclave keeps when left out (inferred). */
  payload?: WcoPayload | undefined;
}

/** Persons to screen. */
export interface WcoPayload {
  /** Version of the payload. */
  version: "1.0";
  /** Both sides. */
  ivms101: { originator: IvmsOriginator; beneficiary: IvmsBeneficiary };
}

/** `POST /v1/risk-assessment/refinitiv-wco` */
export const requestRefinitivWcoAssessment = defineEndpoint<RequestRefinitivWcoAssessmentInput, RegisteredRequest>({
  name: "requestRefinitivWcoAssessment",
  method: "POST",
  path: "/v1/risk-assessment/refinitiv-wco",
  input: schemaFor<RequestRefinitivWcoAssessmentInput>()(() =>
    z.strictObject({
      verificationUuid: uuid(),
      payload: z.optional(
        z.strictObject({
          version: z.literal("1.0"),
          ivms101: z.strictObject({ originator: originatorSchema, beneficiary: beneficiarySchema }),
        }),
      ),
    }),
  ),
  output: registeredSchema,
  errors: { ...commonErrors, 401: keyRefused },
  effect: "create",
  cost: "billed",
  timeout: 15_000,
  decisive: ["requestId"],
  creates: { field: "requestId", form: uuidForm },
  reference: ({ verificationUuid }) => verificationUuid,
});
