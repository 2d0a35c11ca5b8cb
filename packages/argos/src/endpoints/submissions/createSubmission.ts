import { defineEndpoint, type Found, type LookupContext, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { IdType } from "../../codes/idTypes.js";
import { country, email, isoDate, text } from "../../models/formats.js";
import { idType, someDate, someText } from "../../models/newSubmission.js";
import { madeSince } from "../../models/times.js";
import { listSubmissions, submissionPages } from "./listSubmissions.js";

/** A finished record to insert without verification: for migrations and tests. No pictures. */
export interface CreateSubmissionInput {
  /** Email address of an administrator of the project. */
  admin: string;
  /** The applicant's email address. */
  email: string;
  /** Full name. */
  fullName: string;
  /** Birth date, `YYYY-MM-DD`. */
  birthDate: string;
  /** The decision. */
  kycStatus: "approved" | "rejected";
  /** Type of the document. */
  idType: IdType;
  /** Country that issued it, ISO 3166-1 alpha-3. */
  issuingCountry: string;
  /** Nationality, ISO 3166-1 alpha-3. */
  nationality?: string | undefined;
  /** Gender. */
  gender?: "female" | "male" | undefined;
  /** Issue date, `YYYY-MM-DD`. */
  issueDate?: string | undefined;
  /** Expiry date, `YYYY-MM-DD`. */
  expireDate?: string | undefined;
  /** The applicant's IP address. */
  ipAddress?: string | undefined;
  /** Number of the person. */
  identityNumber?: string | undefined;
  /** Number of the document. */
  documentNumber?: string | undefined;
  /** City. */
  address_city?: string | undefined;
  /** Country of residence. */
  address_country?: string | undefined;
  /** State or province. */
  address_state?: string | undefined;
  /** Street. */
  address_street?: string | undefined;
  /** Whole address. */
  address_full?: string | undefined;
  /** Your first field. */
  cf1?: string | undefined;
  /** Your second field. */
  cf2?: string | undefined;
  /** Your third field. */
  cf3?: string | undefined;
  /** Your own id of the user. After a lost answer it tells yours apart. */
  userid?: string | undefined;
}

/** A submission that was inserted. */
export interface CreatedSubmission {
  /** Identifies the submission; spelt otherwise than in reads. */
  submissionId: string;
}

/** `POST /submission` */
export const createSubmission = defineEndpoint<CreateSubmissionInput, CreatedSubmission>({
  name: "createSubmission",
  method: "POST",
  path: "/submission",
  input: schemaFor<CreateSubmissionInput>()(() =>
    z.strictObject({
      admin: email(),
      email: email(),
      fullName: text(),
      birthDate: isoDate(),
      kycStatus: z.enum(["approved", "rejected"]),
      idType: idType(),
      issuingCountry: country(),
      nationality: z.optional(country()),
      gender: z.optional(z.enum(["female", "male"])),
      issueDate: someDate(),
      expireDate: someDate(),
      ipAddress: someText(),
      identityNumber: someText(),
      documentNumber: someText(),
      address_city: someText(),
      address_country: someText(),
      address_state: someText(),
      address_street: someText(),
      address_full: someText(),
      cf1: someText(),
      cf2: someText(),
      cf3: someText(),
      userid: someText(),
    }),
  ),
  output: schemaFor<CreatedSubmission>()(() => z.strictObject({ submissionId: z.string() })),
  errors: {
    400: "A field is missing or wrong, or `admin` is no administrator; vendorCode says which kind.",
    403: "The key is missing or wrong.",
  },
  effect: "create",
  // Submissions are billed; whether inserted ones are is not documented.
  cost: "billed",
  // As in every sample; the form itself is not documented.
  creates: { field: "submissionId", form: "[0-9a-z]{10,24}" },
  lookup: { reference: ({ userid }) => userid, find: findCreated },
});

async function findCreated(input: CreateSubmissionInput, context: LookupContext): Promise<Found<CreatedSubmission>> {
  const ids = new Set<string>();
  let at: Parameters<typeof submissionPages.next>[1] | undefined =
    input.userid === undefined ? { email: input.email } : { userid: input.userid };
  const seen = new Set<string>();
  while (at !== undefined && !seen.has(submissionPages.cursor(at))) {
    seen.add(submissionPages.cursor(at));
    const page = await context.request(listSubmissions, at);
    for (const { submission_id, created_at, email } of submissionPages.items(page))
      if (email === input.email && madeSince(created_at, context.startedAt)) ids.add(submission_id);
    at = submissionPages.next(page, at);
  }
  const [only] = ids;
  if (only === undefined) return { kind: "none" };
  return ids.size === 1 ? { kind: "one", value: { submissionId: only } } : { kind: "several", ids: [...ids] };
}
