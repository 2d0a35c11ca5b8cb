import { defineEndpoint, expected, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";

/** Whose submissions to read. */
export interface ListApplicantSubmissionsInput {
  /** `applicant_id` of a submission; there once it is approved. */
  applicant_id: string;
}

/** One submission of the same person. */
export interface ApplicantSubmission {
  /** Identifies the submission. */
  submission_id: string;
  /** Email address it was made with. */
  email?: string | undefined;
  /** Made of name, birth date, gender and nationality; newer projects. */
  duplicated_information?: string | undefined;
}

/** `GET /submission/applicant` */
export const listApplicantSubmissions = defineEndpoint<ListApplicantSubmissionsInput, ApplicantSubmission[]>({
  name: "listApplicantSubmissions",
  method: "GET",
  path: "/submission/applicant",
  input: schemaFor<ListApplicantSubmissionsInput>()(() => z.strictObject({ applicant_id: text() })),
  output: schemaFor<ApplicantSubmission[]>()(() =>
    z.array(
      z.strictObject({
        submission_id: z.string(),
        email: expected(z.string()),
        duplicated_information: z.optional(z.string()),
      }),
    ),
  ),
  errors: { 400: "applicant_id is missing or wrong.", 403: "The key is missing or wrong." },
  effect: "read",
  cost: "free",
  decisive: ["submission_id"],
});
