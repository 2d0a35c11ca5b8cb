import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text, uuid } from "../../models/formats.js";
import { receiptSchema, type ReportReceipt } from "../../models/receipts.js";
import { commonErrors } from "../statuses.js";
import { getVerification } from "./getVerification.js";

/** Which transaction belongs to a verification. */
export interface ReportTransactionInput {
  /** The verification. */
  verificationUuid: string;
  /** Hash as the node prints it, at most 128 characters: a `0x` that the chain does not use makes it untraceable. */
  txHash: string;
  /** Output of the transaction. Where one transaction serves several verifications, report it once for each. */
  vout?: string | undefined;
}

/** `POST /v1/verifications/tx` */
export const reportTransaction = defineEndpoint<ReportTransactionInput, ReportReceipt>({
  name: "reportTransaction",
  method: "POST",
  path: "/v1/verifications/tx",
  input: schemaFor<ReportTransactionInput>()(() =>
    z.strictObject({ verificationUuid: uuid(), txHash: text(128), vout: z.optional(text(64)) }),
  ),
  output: receiptSchema,
  errors: commonErrors,
  // Repeating it may bring the other VASP a second report, so it is looked up first.
  effect: "create",
  cost: "free",
  timeout: 15_000,
  decisive: ["result"],
  refusal: ({ result }) => (result ? undefined : {}),
  lookup: {
    find: async ({ verificationUuid, txHash }, context) => {
      const { txHash: reported } = await context.request(getVerification, { uuid: verificationUuid });
      return reported === txHash ? { kind: "one", value: { result: true } } : { kind: "none" };
    },
  },
});
