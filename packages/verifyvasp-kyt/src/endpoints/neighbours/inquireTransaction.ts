import { defineEndpoint, expected, openEnum, type OtherString, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { TransactionStatus } from "../../codes/transactionStatuses.js";
import { uuid } from "../../models/formats.js";
import { commonErrors } from "../statuses.js";

/** Which transfer to ask its sender about. */
export interface InquireTransactionInput {
  /** The verification. */
  verificationUuid: string;
}

/** Where a transfer stands, as its sender says. */
export interface TransactionInquiry {
  /** The verification. */
  verificationUuid?: string | undefined;
  /** Where it stands. */
  transactionStatus: TransactionStatus | OtherString;
  /** Hash of the transaction; absent, null or empty while there is none. Whether it unlocks KYT is not documented: wait for the report. */
  txHash?: string | null | undefined;
  /** Output of the transaction. */
  vout?: string | null | undefined;
}

/** `POST /v1/verifications/tx/inquiry` */
export const inquireTransaction = defineEndpoint<InquireTransactionInput, TransactionInquiry>({
  name: "inquireTransaction",
  method: "POST",
  path: "/v1/verifications/tx/inquiry",
  input: schemaFor<InquireTransactionInput>()(() => z.strictObject({ verificationUuid: uuid() })),
  output: schemaFor<TransactionInquiry>()(() =>
    z.strictObject({
      verificationUuid: expected(z.string()),
      transactionStatus: openEnum(z.enum(["PENDING", "PROCESSING", "WAIT-CONFIRM", "CONFIRMED", "CANCELED"])),
      txHash: z.optional(z.nullable(z.string())),
      vout: z.optional(z.nullable(z.string())),
    }),
  ),
  errors: commonErrors,
  effect: "query",
  cost: "free",
  timeout: 15_000,
  decisive: ["transactionStatus", "txHash"],
});
