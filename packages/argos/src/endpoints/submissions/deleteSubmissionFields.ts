import { defineEndpoint, type Encode, type Found, type LookupContext, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import { type ChangeReceipt, changeReceiptSchema } from "../../models/receipts.js";
import { listSubmissions } from "./listSubmissions.js";

/** Part of a submission that can be deleted alone. */
export type DeletableField =
  | "id_image"
  | "selfie_image"
  | "data"
  | "OCR_raw"
  | "ocr"
  | "review"
  | "applicant_id"
  | "email"
  | "userid"
  | "additional_list"
  | "duplicated_information"
  | "custom_duplicated_information"
  | "injection_action";

/** What to delete of a submission, for ever. Duplicates are no longer found by what is deleted. */
export interface DeleteSubmissionFieldsInput {
  /** Submission to delete from. */
  submission_id: string;
  /** What to delete, at least one; sent as a list with commas, by inference. */
  fields: DeletableField[];
  /** With `data` among the fields: only these of its own fields. Left out, all of `data` goes. */
  data_fields?: string[] | undefined;
}

const commas: Encode = async (names: readonly string[]) => ({ value: names.join(",") });

/** `DELETE /submission/partial` */
export const deleteSubmissionFields = defineEndpoint<DeleteSubmissionFieldsInput, ChangeReceipt>({
  name: "deleteSubmissionFields",
  method: "DELETE",
  path: "/submission/partial",
  input: schemaFor<DeleteSubmissionFieldsInput>()(() =>
    z
      .strictObject({
        submission_id: text(),
        fields: z
          .array(
            z.enum([
              "id_image",
              "selfie_image",
              "data",
              "OCR_raw",
              "ocr",
              "review",
              "applicant_id",
              "email",
              "userid",
              "additional_list",
              "duplicated_information",
              "custom_duplicated_information",
              "injection_action",
            ]),
          )
          .check(z.minLength(1)),
        // An empty list would delete all of `data` at the vendor.
        data_fields: z.optional(z.array(text()).check(z.minLength(1))),
      })
      .check(
        z.refine((input) => input.data_fields === undefined || input.fields.includes("data"), {
          path: ["data_fields"],
          params: { expected: "`data` among the fields" },
        }),
      ),
  ),
  output: changeReceiptSchema,
  errors: { 400: "There is no such submission, or no such field.", 403: "The key is missing or wrong." },
  effect: "create",
  cost: "free",
  timeout: 60_000,
  verified: false,
  encode: { fields: commas, data_fields: commas },
  lookup: { reference: ({ submission_id }) => submission_id, find: findCleared },
});

/** Pictures cannot be seen in the record, so a request for them alone is never found done. */
async function findCleared(
  { submission_id, fields, data_fields }: DeleteSubmissionFieldsInput,
  context: LookupContext,
): Promise<Found<ChangeReceipt>> {
  const { Items: [record] = [] } = await context.request(listSubmissions, { submission_id });
  const shown = fields.filter((field) => !field.endsWith("_image"));
  const data = record?.data as Readonly<Record<string, unknown>> | undefined;
  const isGone = (field: DeletableField): boolean =>
    field === "data" && data_fields !== undefined
      ? data_fields.every((name) => data?.[name] === undefined)
      : (record as Readonly<Record<string, unknown>> | undefined)?.[field] === undefined;
  const cleared = record !== undefined && shown.length > 0 && shown.every(isGone);
  return cleared ? { kind: "one", value: { message: "The record no longer holds them." } } : { kind: "none" };
}
