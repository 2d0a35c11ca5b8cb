import { expected, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { VerificationReason } from "../codes/verificationReasons.js";
import type { VerificationResult } from "../codes/verificationResults.js";
import { type AssetInfo, assetInfoFields } from "./assetInfo.js";
import { reasonSchema, resultSchema } from "./verificationCodes.js";

/** A verification, as the enclave keeps it. */
export interface Verification {
  /** Identifies it everywhere. */
  verificationUuid: string;
  /** An id that only an example shows. */
  verificationId?: string | undefined;
  /** What it came to. */
  result?: VerificationResult | OtherString | undefined;
  /** Why. */
  reason?: VerificationReason | OtherString | null | undefined;
  /** What is transferred. */
  assetInfo?: AssetInfo | undefined;
  /** Hash of the transaction; null or absent until it is reported. */
  txHash?: string | null | undefined;
  /** Output of the transaction; null or absent where there is none. */
  vout?: string | null | undefined;
  /** VASP of the sender. A decimal string up to 2^64. */
  originatingVaspId?: string | undefined;
  /** VASP of the receiver. A decimal string up to 2^64. */
  beneficiaryVaspId?: string | undefined;
  /** Address of the sender. */
  originatorAccountNumber?: string | null | undefined;
  /** Address of the receiver. */
  beneficiaryAccountNumber?: string | null | undefined;
  /** The sender in IVMS101: JSON inside a string. Personal data. */
  ivms101Originator?: string | null | undefined;
  /** The sender's VASP in IVMS101: JSON inside a string. */
  ivms101OriginatingVasp?: string | null | undefined;
  /** The receiver in IVMS101: JSON inside a string. Personal data. */
  ivms101Beneficiary?: string | null | undefined;
  /** The receiver's VASP in IVMS101: JSON inside a string. */
  ivms101BeneficiaryVasp?: string | null | undefined;
  /** When the beneficiary VASP answered. ISO 8601; null or absent before. */
  verifiedAt?: string | null | undefined;
  /** When the transaction was reported. ISO 8601; once it is there, the next assessment is a `TRANSFER` (inferred). */
  orderedAt?: string | null | undefined;
  /** When it began. ISO 8601. */
  createdAt?: string | undefined;
}

/** Fields of a verification that carry a decision, or name it. */
export const verificationDecisions = ["verificationUuid", "result", "txHash"] as const;

export const verificationSchema = schemaFor<Verification>()(() => {
  const mayBeNull = () => expected(z.nullable(z.string()));
  return z.strictObject({
    verificationUuid: z.string(),
    verificationId: z.optional(z.string()),
    result: expected(resultSchema()),
    reason: expected(z.nullable(reasonSchema())),
    assetInfo: expected(assetInfoFields()),
    txHash: z.optional(z.nullable(z.string())),
    vout: z.optional(z.nullable(z.string())),
    originatingVaspId: expected(z.string()),
    beneficiaryVaspId: expected(z.string()),
    originatorAccountNumber: mayBeNull(),
    beneficiaryAccountNumber: mayBeNull(),
    ivms101Originator: mayBeNull(),
    ivms101OriginatingVasp: mayBeNull(),
    ivms101Beneficiary: mayBeNull(),
    ivms101BeneficiaryVasp: mayBeNull(),
    verifiedAt: z.optional(z.nullable(z.string())),
    orderedAt: z.optional(z.nullable(z.string())),
    createdAt: expected(z.string()),
  });
});
