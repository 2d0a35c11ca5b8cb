import {
  defineEndpoint,
  expected,
  type Found,
  type LookupContext,
  openEnum,
  type OtherString,
  schemaFor,
} from "@x/core";
import * as z from "zod/mini";
import type { IdType } from "../../codes/idTypes.js";
import { email, text } from "../../models/formats.js";
import { idType, someDate, someText } from "../../models/newSubmission.js";
import { rule } from "../../models/rules.js";
import { listSubmissions } from "./listSubmissions.js";

/** Fields that a reviewer may correct. */
export interface ReviewCorrections {
  /** Full name. */
  fullName?: string | undefined;
  /** Gender. */
  gender?: "female" | "male" | undefined;
  /** Issue date, `YYYY-MM-DD`. */
  issueDate?: string | undefined;
  /** Expiry date, `YYYY-MM-DD`. */
  expireDate?: string | undefined;
  /** Birth date, `YYYY-MM-DD`. */
  birthDate?: string | undefined;
  /** Type of the document. */
  idType?: IdType | undefined;
}

/** Your decision on a pending submission. Only for projects whose reviewer is the client. */
export interface ReviewSubmissionInput {
  /** Email address of an administrator of the project. */
  admin: string;
  /** Submission to decide; it must be pending. */
  submissionId: string;
  /** The decision. */
  status: "approved" | "rejected";
  /** Why; needed for a rejection. */
  rejectComment?: string | undefined;
  /** What was read wrongly. */
  updateFields?: ReviewCorrections | undefined;
}

/** A decision on record. */
export interface ReviewedSubmission {
  /** Submission that was decided. */
  submissionId: string;
  /** The vendor's words. */
  message?: string | undefined;
  /** The decision. */
  finalStatus?: "approved" | "rejected" | OtherString | undefined;
}

/** `POST /submission/review` */
export const reviewSubmission = defineEndpoint<ReviewSubmissionInput, ReviewedSubmission>({
  name: "reviewSubmission",
  method: "POST",
  path: "/submission/review",
  input: schemaFor<ReviewSubmissionInput>()(() =>
    z
      .strictObject({
        admin: email(),
        submissionId: text(),
        status: z.enum(["approved", "rejected"]),
        rejectComment: someText(),
        updateFields: z.optional(
          z.strictObject({
            fullName: someText(),
            gender: z.optional(z.enum(["female", "male"])),
            issueDate: someDate(),
            expireDate: someDate(),
            birthDate: someDate(),
            idType: z.optional(idType()),
          }),
        ),
      })
      .check(
        rule(
          (input) => input.status !== "rejected" || input.rejectComment !== undefined,
          "rejectComment",
          "a reason when status is rejected",
        ),
      ),
  ),
  output: schemaFor<ReviewedSubmission>()(() =>
    z.strictObject({
      submissionId: z.string(),
      message: expected(z.string()),
      finalStatus: expected(openEnum(z.enum(["approved", "rejected"]))),
    }),
  ),
  errors: {
    400: "It is not pending, not for the client to review, or a field is wrong; readVendorMessage() holds the vendor's words.",
    403: "The key is missing or wrong.",
  },
  effect: "create",
  cost: "free",
  timeout: 60_000,
  decisive: ["finalStatus"],
  lookup: { reference: ({ submissionId }) => submissionId, find: findDecision },
});

/** A decision is made once: with another on record this one will not come any more. */
async function findDecision(
  { submissionId, status }: ReviewSubmissionInput,
  context: LookupContext,
): Promise<Found<ReviewedSubmission>> {
  const { Items: [record] = [] } = await context.request(listSubmissions, { submission_id: submissionId });
  const result = record?.kyc?.result?.toLowerCase();
  if (result === status) return { kind: "one", value: { submissionId, finalStatus: status } };
  return result === "approved" || result === "rejected" ? { kind: "never" } : { kind: "none" };
}
