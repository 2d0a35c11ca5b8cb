import { defineEndpoint, type Found, type LookupContext, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { IdType } from "../../codes/idTypes.js";
import { country, email, text } from "../../models/formats.js";
import { idType, someDate, someText } from "../../models/newSubmission.js";
import { type ChangeReceipt, changeReceiptSchema } from "../../models/receipts.js";
import type { Submission } from "../../models/submission.js";
import { listSubmissions } from "./listSubmissions.js";

/** What to change about a submission; at least one. */
export interface SubmissionChanges {
  /** The decision. */
  kycStatus?: "approved" | "rejected" | undefined;
  /** Type of the document. */
  idType?: IdType | undefined;
  /** Country that issued it, ISO 3166-1 alpha-3. */
  issuingCountry?: string | undefined;
  /** Full name. */
  fullName?: string | undefined;
  /** Given name. */
  firstName?: string | undefined;
  /** Family name. */
  lastName?: string | undefined;
  /** Gender. */
  gender?: "female" | "male" | undefined;
  /** Birth date, `YYYY-MM-DD`. */
  birthDate?: string | undefined;
  /** Nationality, ISO 3166-1 alpha-3. */
  nationality?: string | undefined;
  /** Issue date, `YYYY-MM-DD`. */
  issueDate?: string | undefined;
  /** Expiry date, `YYYY-MM-DD`. */
  expireDate?: string | undefined;
  /** Number of the person. */
  identityNumber?: string | undefined;
  /** Number of the document. */
  documentNumber?: string | undefined;
  /** Serial number of the document. */
  serialNumber?: string | undefined;
  /** Further fields of the `updated` webhook's list; taken here by inference. */
  privacyShield?: string | undefined;
  /** Mexican CURP; taken here by inference. */
  curpNumber?: string | undefined;
  /** Version of the document; taken here by inference. */
  version?: string | undefined;
  /** Kind of permit; taken here by inference. */
  typeOfPermit?: string | undefined;
}

/** A change of one submission. It cannot be undone. */
export interface UpdateSubmissionInput {
  /** Submission to change. */
  submissionId: string;
  /** Email address of an administrator of the project. */
  admin: string;
  /** What to change. */
  data: SubmissionChanges;
}

/** `PATCH /submission` */
export const updateSubmission = defineEndpoint<UpdateSubmissionInput, ChangeReceipt>({
  name: "updateSubmission",
  method: "PATCH",
  path: "/submission",
  input: schemaFor<UpdateSubmissionInput>()(() =>
    z.strictObject({
      submissionId: text(),
      admin: email(),
      data: z
        .strictObject({
          kycStatus: z.optional(z.enum(["approved", "rejected"])),
          idType: z.optional(idType()),
          issuingCountry: z.optional(country()),
          fullName: someText(),
          firstName: someText(),
          lastName: someText(),
          gender: z.optional(z.enum(["female", "male"])),
          birthDate: someDate(),
          nationality: z.optional(country()),
          issueDate: someDate(),
          expireDate: someDate(),
          identityNumber: someText(),
          documentNumber: someText(),
          serialNumber: someText(),
          privacyShield: someText(),
          curpNumber: someText(),
          version: someText(),
          typeOfPermit: someText(),
        })
        .check(
          z.refine((changes) => Object.values(changes).some((value) => value !== undefined), {
            params: { expected: "at least one field to change" },
          }),
        ),
    }),
  ),
  output: changeReceiptSchema,
  errors: {
    400: "A field is missing or wrong, or `admin` is no administrator; readVendorMessage() holds the vendor's words.",
    403: "The key is missing or wrong.",
  },
  // Each one fires a webhook, so that it is not sent again unseen.
  effect: "create",
  cost: "free",
  timeout: 60_000,
  lookup: { reference: ({ submissionId }) => submissionId, find: findChange },
});

/** Where a change shows in the record. */
const shownAs: { readonly [Field in keyof SubmissionChanges]: (record: Submission) => unknown } = {
  kycStatus: ({ kyc }) => kyc?.result?.toLowerCase(),
  idType: ({ data }) => data?.idType,
  issuingCountry: ({ data }) => data?.idcard_issuingCountry,
  fullName: ({ data }) => data?.full_name ?? data?.name,
  firstName: ({ data }) => data?.first_name,
  lastName: ({ data }) => data?.last_name,
  gender: ({ data }) => data?.gender,
  birthDate: ({ data }) => data?.date_of_birth,
  nationality: ({ data }) => data?.nationality,
  issueDate: ({ data }) => data?.idcard_issueDate,
  expireDate: ({ data }) => data?.idcard_expireDate,
  identityNumber: ({ data }) => data?.identityNumber,
  documentNumber: ({ data }) => data?.documentNumber,
  serialNumber: ({ data }) => data?.serialNumber,
  privacyShield: ({ data }) => data?.privacyShield,
  curpNumber: ({ data }) => data?.curpNumber,
  version: ({ data }) => data?.version,
  typeOfPermit: ({ data }) => data?.typeOfPermit,
};

async function findChange(
  { submissionId, data }: UpdateSubmissionInput,
  context: LookupContext,
): Promise<Found<ChangeReceipt>> {
  const { Items: [record] = [] } = await context.request(listSubmissions, { submission_id: submissionId });
  if (record === undefined) return { kind: "none" };
  const changes = Object.entries(data).filter(([, value]) => value !== undefined);
  const made = changes.every(([field, value]) => shownAs[field as keyof SubmissionChanges]?.(record) === value);
  return made ? { kind: "one", value: { message: "The record shows the change." } } : { kind: "none" };
}
