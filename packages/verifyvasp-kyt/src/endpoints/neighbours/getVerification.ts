import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { uuid } from "../../models/formats.js";
import { type Verification, verificationDecisions, verificationSchema } from "../../models/verification.js";
import { commonErrors } from "../statuses.js";

/** Which verification to read. */
export interface GetVerificationInput {
  /** What `create` answered, or a callback named. */
  uuid: string;
}

/** `GET /v1/verifications/{uuid}` */
export const getVerification = defineEndpoint<GetVerificationInput, Verification>({
  name: "getVerification",
  method: "GET",
  path: "/v1/verifications/{uuid}",
  input: schemaFor<GetVerificationInput>()(() => z.strictObject({ uuid: uuid() })),
  output: verificationSchema,
  errors: commonErrors,
  effect: "read",
  cost: "free",
  timeout: 10_000,
  decisive: verificationDecisions,
});
