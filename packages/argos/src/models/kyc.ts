import { openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { KycResult } from "../codes/kycResults.js";
import type { RejectCode } from "../codes/rejectCodes.js";
import type { RetryCode } from "../codes/retryCodes.js";

/** How alive the face looked; in the vendor's samples, not in its table. */
export interface Liveness {
  /** Raw score. */
  score?: number | undefined;
  /** Probability from 0 to 1. */
  probability?: number | undefined;
  /** Quality of the picture from 0 to 1. */
  quality?: number | undefined;
}

/** One try of an applicant. Each field is there only if that step was reached. */
export interface KycAttempt {
  /** Number of the try, from 1. */
  attemptCnt?: number | undefined;
  /** Barcode check of American, Canadian and Mexican documents; form not documented. */
  idBarcodeResult?: unknown;
  /** Whether the document was read; in the vendor's samples, not in its table. */
  ocrResult?: string | undefined;
  /** Whether the issuer knows the document. */
  verificationResult?: "success" | "fail" | OtherString | undefined;
  /** Answer of the government's check, passed through as it came, misspelt names included. */
  verification?: unknown;
  /** What the government was asked. */
  verificationParams?: unknown;
  /** Codes of technical failures. */
  errorCode?: string | string[] | undefined;
  /** Texts of technical failures. */
  errorMsg?: string | string[] | undefined;
  /** When the document was sent first. */
  step1Time1st?: string | undefined;
  /** When the document was sent for the second time. */
  step1Time2nd?: string | undefined;
  /** When the document was sent for the third time. */
  step1Time3rd?: string | undefined;
  /** When the face was sent first. */
  step2Time1st?: string | undefined;
  /** When the face was sent for the second time. */
  step2Time2nd?: string | undefined;
  /** When the face was sent for the third time. */
  step2Time3rd?: string | undefined;
  /** What the applicant was told. */
  retryMsg?: string[] | undefined;
  /** Why the try failed, see `retryCodes`. */
  retryCode?: (RetryCode | OtherString)[] | undefined;
  /** How alike face and document are. */
  faceSimilarityScore?: number | undefined;
  /** How alive the face looked, in detail. */
  liveness?: Liveness | undefined;
  /** How alive the face looked, up to 100. */
  livenessScore?: number | undefined;
  /** URL of the face picture. */
  selfieImage?: string | undefined;
}

/** The decision on an identity. */
export interface Kyc {
  /** Where it stands. Documents and samples disagree about capitals: compare with `kycResultOf`. */
  result?: KycResult | "Incomplete" | OtherString | undefined;
  /** Reasons of a rejection in words; for people, never to be matched. */
  comment?: string[] | undefined;
  /** Reasons of a rejection, see `rejectCodes`. */
  commentCode?: (RejectCode | OtherString)[] | undefined;
  /** Tries, at most three. */
  attempts?: KycAttempt[] | undefined;
}

const some = (): z.ZodMiniOptional<z.ZodMiniString> => z.optional(z.string());
const words = (): z.ZodMiniOptional<z.ZodMiniUnion<readonly [z.ZodMiniString, z.ZodMiniArray<z.ZodMiniString>]>> =>
  z.optional(z.union([z.string(), z.array(z.string())]));

const livenessSchema = schemaFor<Liveness>()(() =>
  z.strictObject({
    score: z.optional(z.number()),
    probability: z.optional(z.number()),
    quality: z.optional(z.number()),
  }),
);

const kycAttemptSchema = schemaFor<KycAttempt>()(() =>
  z.strictObject({
    attemptCnt: z.optional(z.int()),
    idBarcodeResult: z.optional(z.unknown()),
    ocrResult: some(),
    verificationResult: z.optional(openEnum(z.enum(["success", "fail"]))),
    verification: z.optional(z.unknown()),
    verificationParams: z.optional(z.unknown()),
    errorCode: words(),
    errorMsg: words(),
    step1Time1st: some(),
    step1Time2nd: some(),
    step1Time3rd: some(),
    step2Time1st: some(),
    step2Time2nd: some(),
    step2Time3rd: some(),
    retryMsg: z.optional(z.array(z.string())),
    // No closed list: the documented one could not be read to its end.
    retryCode: z.optional(z.array(z.string() as unknown as z.core.$ZodType<RetryCode | OtherString>)),
    faceSimilarityScore: z.optional(z.number()),
    liveness: z.optional(livenessSchema),
    livenessScore: z.optional(z.number()),
    selfieImage: some(),
  }),
);

export const kycSchema = schemaFor<Kyc>()(() =>
  z.strictObject({
    result: z.optional(openEnum(z.enum(["incomplete", "pending", "approved", "rejected", "Incomplete"]))),
    comment: z.optional(z.array(z.string())),
    commentCode: z.optional(z.array(z.string() as unknown as z.core.$ZodType<RejectCode | OtherString>)),
    attempts: z.optional(z.array(kycAttemptSchema)),
  }),
);
