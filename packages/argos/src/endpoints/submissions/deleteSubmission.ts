import { defineEndpoint, type Found, type LookupContext, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import { type ChangeReceipt, changeReceiptSchema } from "../../models/receipts.js";
import { listSubmissions } from "./listSubmissions.js";

/** Which submission to delete, for ever. */
export interface DeleteSubmissionInput {
  /** Submission to delete. */
  submission_id: string;
  /** Who deletes it. Without it no `delete` webhook is sent. */
  admin_name?: string | undefined;
}

/** `DELETE /submission`. One page spells the parameter `submissionId`; every call of the vendor's own says `submission_id`. */
export const deleteSubmission = defineEndpoint<DeleteSubmissionInput, ChangeReceipt>({
  name: "deleteSubmission",
  method: "DELETE",
  path: "/submission",
  input: schemaFor<DeleteSubmissionInput>()(() =>
    z.strictObject({ submission_id: text(), admin_name: z.optional(text()) }),
  ),
  output: changeReceiptSchema,
  errors: { 400: "There is no such submission, or it is deleted already.", 403: "The key is missing or wrong." },
  effect: "create",
  cost: "free",
  timeout: 60_000,
  verified: false,
  lookup: { reference: ({ submission_id }) => submission_id, find: findGone },
});

/** A deleted one is still listed, without its person. */
async function findGone(
  { submission_id }: DeleteSubmissionInput,
  context: LookupContext,
): Promise<Found<ChangeReceipt>> {
  const { Items: [record] = [] } = await context.request(listSubmissions, { submission_id });
  const { name, full_name, date_of_birth } = record?.data ?? {};
  const gone = record?.email === undefined && (name ?? full_name ?? date_of_birth) === undefined;
  return gone ? { kind: "one", value: { message: "The record holds no person any more." } } : { kind: "none" };
}
