import { type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { type Aml, amlSchema } from "./aml.js";
import {
  type AdditionalAnswer,
  additionalAnswerSchema,
  type AppliedProjection,
  appliedProjectionSchema,
  type BankVerification,
  bankVerificationSchema,
  type IdLivenessScore,
  idLivenessScoreSchema,
  type InjectionAction,
  injectionActionSchema,
  type SubmissionImages,
  submissionImagesSchema,
  type SubmissionMemo,
  submissionMemoSchema,
} from "./extras.js";
import { type Kyc, kycSchema } from "./kyc.js";
import { type SubmissionData, submissionDataSchema } from "./submissionData.js";

/**
 * One submission. Everything but its id may be missing: what was not collected, what a projection hides, what was deleted.
 *
 * Times are UTC; `parseArgosTime` reads every form that was seen.
 */
export interface Submission {
  /** Identifies the submission. */
  submission_id: string;
  /** The applicant. */
  data?: SubmissionData | undefined;
  /** The applicant's email address. */
  email?: string | undefined;
  /** Your own id of the user, given when the liveform was opened. */
  userid?: string | undefined;
  /** Who decided: `system` a machine, `agent` a person; others are possible. */
  reviewer?: "system" | "agent" | OtherString | undefined;
  /** The same for each submission of one person; only when approved. */
  applicant_id?: string | undefined;
  /** Submitted at. */
  created_at?: string | undefined;
  /** First approved or rejected at; absent before. */
  kyc_result_at?: string | undefined;
  /** Last changed at. */
  updated_at?: string | undefined;
  /** Given to a person at. */
  pending_at?: string | undefined;
  /** The decision. */
  kyc?: Kyc | undefined;
  /** The AML screening. */
  aml?: Aml | undefined;
  /** Answers to the additional form; only in reads by id or email, and with `request_type` `others`. */
  additional_list?: AdditionalAnswer[] | AdditionalAnswer | undefined;
  /** Check of a Korean bank account. */
  bank_verification?: BankVerification | undefined;
  /** Scores of attacks with a document that is not there. */
  id_LivenessScore?: IdLivenessScore | undefined;
  /** Last run of an additional process. */
  Injection_action?: InjectionAction | InjectionAction[] | undefined;
  /** The same in the spelling of other pages. */
  injection_action?: InjectionAction | InjectionAction[] | undefined;
  /** Token of the private mode that was used. */
  tokenId?: string | undefined;
  /** Made of name, birth date, gender and nationality, to find duplicates; newer projects. */
  duplicated_information?: string | undefined;
  /** The same by the project's own rule; form not documented. */
  custom_duplicated_information?: unknown;
  /** How well the document was read; newer projects. */
  recognition_score?: number | string | undefined;
  /** The vendor's risk score; newer projects. */
  argos_score?: number | string | undefined;
  /** Where the pictures are; newer projects. */
  image?: SubmissionImages | undefined;
  /** Note of an administrator; newer projects. */
  memo?: SubmissionMemo | undefined;
  /** Which fields are hidden; newer projects. */
  projection?: AppliedProjection | undefined;
  /** What was read off the document, field by field; single read only. */
  OCR_raw?: unknown;
  /** What was read off the document, in one form. */
  ocr?: unknown;
  /** What the applicant confirmed. */
  review?: unknown;
  /** Estimates of age and the like; form not documented. */
  verification?: unknown;
}

/** Fields of a submission that carry a decision or name it. */
export const submissionDecisions = ["submission_id", "result", "currentstatus", "risk_level_summary"] as const;

const some = (): z.ZodMiniOptional<z.ZodMiniString> => z.optional(z.string());
const score = () => z.optional(z.union([z.number(), z.string()]));
const injection = () => z.optional(z.union([injectionActionSchema, z.array(injectionActionSchema)]));

export const submissionSchema = schemaFor<Submission>()(() =>
  z.strictObject({
    submission_id: z.string(),
    data: z.optional(submissionDataSchema),
    email: some(),
    userid: some(),
    // With review by the client other words are likely, and none is documented.
    reviewer: z.optional(z.string() as unknown as z.core.$ZodType<"system" | "agent" | OtherString>),
    applicant_id: some(),
    created_at: some(),
    kyc_result_at: some(),
    updated_at: some(),
    pending_at: some(),
    kyc: z.optional(kycSchema),
    aml: z.optional(amlSchema),
    additional_list: z.optional(z.union([z.array(additionalAnswerSchema), additionalAnswerSchema])),
    bank_verification: z.optional(bankVerificationSchema),
    id_LivenessScore: z.optional(idLivenessScoreSchema),
    Injection_action: injection(),
    injection_action: injection(),
    tokenId: some(),
    duplicated_information: some(),
    custom_duplicated_information: z.optional(z.unknown()),
    recognition_score: score(),
    argos_score: score(),
    image: z.optional(submissionImagesSchema),
    memo: z.optional(submissionMemoSchema),
    projection: z.optional(appliedProjectionSchema),
    OCR_raw: z.optional(z.unknown()),
    ocr: z.optional(z.unknown()),
    review: z.optional(z.unknown()),
    verification: z.optional(z.unknown()),
  }),
);

/** Part of a submission that a read may be limited to. */
export type RequestType = "kyc" | "aml" | "data" | "others";

/** What each part holds. */
export interface SubmissionParts {
  /** Id and decision. */
  kyc: Pick<Submission, "submission_id" | "kyc">;
  /** Id and AML screening. */
  aml: Pick<Submission, "submission_id" | "aml">;
  /** Id and applicant. */
  data: Pick<Submission, "submission_id" | "data">;
  /** Everything but those three. */
  others: Omit<Submission, "kyc" | "aml" | "data">;
}
