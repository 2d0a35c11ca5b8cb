import { openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** One answer to the project's additional form. */
export interface AdditionalAnswer {
  /** Name of the item. */
  answer?: string | undefined;
  /** What the applicant entered. */
  inputValue?: string | undefined;
  /** Kind of the item. */
  blockType?: string | undefined;
}

/** Check of a Korean bank account. */
export interface BankVerification {
  /** Whether it was proven. */
  result?: "success" | "fail" | OtherString | undefined;
  /** `occupancy`: a transfer of one won; `nameCheck`: the holder's name. */
  type?: "occupancy" | "nameCheck" | OtherString | undefined;
  /** Code of the bank. */
  bank_code?: string | undefined;
  /** Number of the account. */
  account_number?: string | undefined;
  /** Times that sending the code failed. */
  retry_count?: number | string | undefined;
}

/** Scores of attacks with a document that is not there; numbers by inference. */
export interface IdLivenessScore {
  /** Document shown on a screen. */
  Screen_play?: number | string | undefined;
  /** Document printed on paper. */
  Paper_printed?: number | string | undefined;
  /** Portrait replaced. */
  Replace_portraits?: number | string | undefined;
}

/** The last run of an additional process. */
export interface InjectionAction {
  /** Kind of process. */
  type?: string | undefined;
  /** When it ran last. */
  time?: string | undefined;
}

/** URLs or keys of pictures; `getImage` reads the pictures themselves. */
export interface SubmissionImages {
  /** Front of the document. */
  idImage?: string | undefined;
  /** Back of the document. */
  idBackImage?: string | undefined;
  /** Face. */
  selfieImage?: string | undefined;
  /** Proof of address. */
  addressImage?: string | undefined;
}

/** Note of an administrator. */
export interface SubmissionMemo {
  /** The note. */
  text?: string | undefined;
  /** When it was written. */
  updated_at?: string | undefined;
}

/** Which fields are hidden for this submission, for ever. */
export interface AppliedProjection {
  /** Id of the projection. */
  projectionId?: string | undefined;
  /** Name of the projection. */
  projectionName?: string | undefined;
}

const some = (): z.ZodMiniOptional<z.ZodMiniString> => z.optional(z.string());
const score = () => z.optional(z.union([z.number(), z.string()]));

export const additionalAnswerSchema = schemaFor<AdditionalAnswer>()(() =>
  z.strictObject({ answer: some(), inputValue: some(), blockType: some() }),
);

export const bankVerificationSchema = schemaFor<BankVerification>()(() =>
  z.strictObject({
    result: z.optional(openEnum(z.enum(["success", "fail"]))),
    type: z.optional(openEnum(z.enum(["occupancy", "nameCheck"]))),
    bank_code: some(),
    account_number: some(),
    retry_count: score(),
  }),
);

export const idLivenessScoreSchema = schemaFor<IdLivenessScore>()(() =>
  z.strictObject({ Screen_play: score(), Paper_printed: score(), Replace_portraits: score() }),
);

export const injectionActionSchema = schemaFor<InjectionAction>()(() => z.strictObject({ type: some(), time: some() }));

export const submissionImagesSchema = schemaFor<SubmissionImages>()(() =>
  z.strictObject({ idImage: some(), idBackImage: some(), selfieImage: some(), addressImage: some() }),
);

export const submissionMemoSchema = schemaFor<SubmissionMemo>()(() =>
  z.strictObject({ text: some(), updated_at: some() }),
);

export const appliedProjectionSchema = schemaFor<AppliedProjection>()(() =>
  z.strictObject({ projectionId: some(), projectionName: some() }),
);
