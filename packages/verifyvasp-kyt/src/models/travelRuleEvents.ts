import { expected, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { VerificationReason } from "../codes/verificationReasons.js";
import type { VerificationResult } from "../codes/verificationResults.js";
import { type Ivms101, ivms101Schema } from "./ivms101.js";
import { reasonSchema, resultSchema } from "./verificationCodes.js";

/** What a callback of type `VERIFICATION_RESULT` carries. */
export interface VerificationResultData {
  /** Verification that was answered. */
  verificationUuid: string;
  /** The answer; one sample has it as `result` instead. `verdictOf()` reads either. */
  verificationResult?: VerificationResult | OtherString | undefined;
  /** The answer under its other name. */
  result?: VerificationResult | OtherString | undefined;
  /** Why. */
  reason?: VerificationReason | OtherString | undefined;
  /** What belongs to the reason, as `verificationReasons` says; may be empty. */
  message?: string | null | undefined;
  /** What was told about the beneficiary; with a denial of both sides. Personal data. */
  ivms101?: Ivms101 | null | undefined;
}

/** What a callback of type `TX_REPORT` carries: from now on the deposit can be assessed. */
export interface TxReportData {
  /** Verification whose transfer was sent. */
  verificationUuid: string;
  /** Hash of the transaction. */
  txHash: string;
  /** Output of it; one transaction may serve many verifications. */
  vout?: string | null | undefined;
}

/** What a callback of type `ERROR_REPORT` carries: the transfer will not come. */
export interface ErrorReportData {
  /** Verification whose transfer was given up. */
  verificationUuid: string;
  /** What it comes to. */
  result?: VerificationResult | OtherString | undefined;
  /** Why. */
  reason?: VerificationReason | OtherString | undefined;
  /** In the other VASP's words. */
  message?: string | null | undefined;
}

export const verificationResultSchema = schemaFor<VerificationResultData>()(() =>
  z.strictObject({
    verificationUuid: z.string(),
    verificationResult: z.optional(resultSchema()),
    result: z.optional(resultSchema()),
    reason: z.optional(reasonSchema()),
    message: z.optional(z.nullable(z.string())),
    ivms101: z.optional(z.nullable(ivms101Schema)),
  }),
);

export const txReportSchema = schemaFor<TxReportData>()(() =>
  z.strictObject({ verificationUuid: z.string(), txHash: z.string(), vout: z.optional(z.nullable(z.string())) }),
);

export const errorReportSchema = schemaFor<ErrorReportData>()(() =>
  z.strictObject({
    verificationUuid: z.string(),
    result: expected(resultSchema()),
    reason: expected(reasonSchema()),
    message: z.optional(z.nullable(z.string())),
  }),
);
