import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { VerificationReason } from "../../codes/verificationReasons.js";
import type { VerificationResult } from "../../codes/verificationResults.js";
import { text, uuid } from "../../models/formats.js";
import { receiptSchema, type ReportReceipt } from "../../models/receipts.js";
import { reasonEnum, resultEnum } from "../../models/verificationCodes.js";
import { commonErrors } from "../statuses.js";
import { getVerification } from "./getVerification.js";

/** Which transfer will not take place, and why. */
export interface ReportErrorInput {
  /** The verification. */
  verificationUuid: string;
  /** What it comes to, mostly `DENIED` or `ERROR`. */
  result: VerificationResult;
  /** Why, such as `BLACKLISTED`. */
  reason: VerificationReason;
  /** For the other VASP to read; no personal data. */
  message?: string | undefined;
}

/** `POST /v1/verifications/error` */
export const reportError = defineEndpoint<ReportErrorInput, ReportReceipt>({
  name: "reportError",
  method: "POST",
  path: "/v1/verifications/error",
  input: schemaFor<ReportErrorInput>()(() =>
    z.strictObject({
      verificationUuid: uuid(),
      result: resultEnum(),
      reason: reasonEnum(),
      message: z.optional(text(1024)),
    }),
  ),
  output: receiptSchema,
  errors: commonErrors,
  effect: "create",
  cost: "free",
  timeout: 15_000,
  decisive: ["result"],
  refusal: ({ result }) => (result ? undefined : {}),
  lookup: {
    find: async ({ verificationUuid, reason }, context) => {
      const now = await context.request(getVerification, { uuid: verificationUuid });
      return now.reason === reason ? { kind: "one", value: { result: true } } : { kind: "none" };
    },
  },
});
