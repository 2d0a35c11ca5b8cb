import { openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { KycResult } from "../codes/kycResults.js";
import { type AdditionalAnswer, additionalAnswerSchema } from "./extras.js";

/** Your own fields of a submission. */
export interface CustomFields {
  /** Your first field. */
  cf1?: string | undefined;
  /** Your second field. */
  cf2?: string | undefined;
  /** Your third field. */
  cf3?: string | undefined;
}

/** The decision as webhooks tell it. */
export interface WebhookKycResult {
  /** Where the submission stands; `imcomplete` is a misprint of the vendor's documents. */
  status?: KycResult | OtherString | undefined;
  /** Reasons of a rejection in words: one text, or a list as in reads. `listOf` makes a list of either. */
  comment?: string | string[] | undefined;
  /** Reasons of a rejection, see `rejectCodes`; one, or a list. */
  commentCode?: string | string[] | undefined;
  /** Last changed at. */
  updated_at?: string | undefined;
  /** The same in the spelling of older tables. */
  update_at?: string | undefined;
  /** Submitted at. */
  created_at?: string | undefined;
  /** Given to a person at; earlier form. */
  pending_at?: string | undefined;
  /** First approved or rejected at. */
  kyc_result_at?: string | undefined;
  /** Who decided. */
  reviewer?: string | undefined;
}

/** What any webhook about a submission may carry. */
export interface WebhookSubject {
  /** Identifies the submission. */
  submission_id: string;
  /** The applicant's email address. */
  email?: string | undefined;
  /** Your own id of the user. */
  userid?: string | undefined;
  /** Token of the private mode. */
  tokenId?: string | undefined;
  /** Address that the applicant's device had. */
  ipAddress?: string | undefined;
  /** Your own fields. */
  cf?: CustomFields | undefined;
  /** The same for each submission of one person. */
  applicant_id?: string | undefined;
  /** Made of name, birth date, gender and nationality. */
  duplicated_information?: string | undefined;
}

/** The applicant, as far as collected and not hidden. Two generations of names stand side by side. */
export interface WebhookPerson {
  /** Age band. */
  age_group?: string | undefined;
  /** Gender. */
  gender?: string | undefined;
  /** Birth date. */
  date_of_birth?: string | undefined;
  /** Nationality. */
  nationality?: string | undefined;
  /** Full name; present form. */
  full_name?: string | undefined;
  /** Full name; earlier form. */
  fullName?: string | undefined;
  /** Full name in Latin letters. */
  full_name_en?: string | undefined;
  /** Given name. */
  first_name?: string | undefined;
  /** Family name. */
  last_name?: string | undefined;
  /** Phone number. */
  phoneNumber?: string | undefined;
  /** Social security number. */
  ssnNumber?: string | undefined;
  /** Type of the document; earlier form. */
  idType?: string | undefined;
  /** Country that issued it; earlier form. */
  issuingCountry?: string | undefined;
  /** Issue date; earlier form. */
  issueDate?: string | undefined;
  /** Expiry date; earlier form. */
  expireDate?: string | undefined;
  /** Number of the person; earlier form. */
  identityNumber?: string | undefined;
  /** Number of the document; earlier form. */
  documentNumber?: string | undefined;
  /** Answers to the additional form: a list, or one alone in the earlier form. */
  additional_list?: AdditionalAnswer[] | AdditionalAnswer | undefined;
}

export const some = (): z.ZodMiniOptional<z.ZodMiniString> => z.optional(z.string());
const words = () => z.optional(z.union([z.string(), z.array(z.string())]));

const customFieldsSchema = schemaFor<CustomFields>()(() => z.strictObject({ cf1: some(), cf2: some(), cf3: some() }));

export const webhookKycResultSchema = schemaFor<WebhookKycResult>()(() =>
  z.strictObject({
    status: z.optional(openEnum(z.enum(["incomplete", "pending", "approved", "rejected"]))),
    comment: words(),
    commentCode: words(),
    updated_at: some(),
    update_at: some(),
    created_at: some(),
    pending_at: some(),
    kyc_result_at: some(),
    reviewer: some(),
  }),
);

/** Fields of {@link WebhookSubject}. */
export const subjectFields = () => ({
  submission_id: z.string(),
  email: some(),
  userid: some(),
  tokenId: some(),
  ipAddress: some(),
  cf: z.optional(customFieldsSchema),
  applicant_id: some(),
  duplicated_information: some(),
});

/** Fields of {@link WebhookPerson}. */
export const personFields = () => ({
  age_group: some(),
  gender: some(),
  date_of_birth: some(),
  nationality: some(),
  full_name: some(),
  fullName: some(),
  full_name_en: some(),
  first_name: some(),
  last_name: some(),
  phoneNumber: some(),
  ssnNumber: some(),
  idType: some(),
  issuingCountry: some(),
  issueDate: some(),
  expireDate: some(),
  identityNumber: some(),
  documentNumber: some(),
  additional_list: z.optional(z.union([z.array(additionalAnswerSchema), additionalAnswerSchema])),
});
