import { defineEndpoint, type Endpoint, multipartForm, type Schema, schemaFor, type Upload } from "@x/core";
import * as z from "zod/mini";
import { type CaseDocumentsResponse, caseDocumentsResponseSchema } from "../../models/caseDocuments.js";
import { type Extra, extraField, spread } from "../../models/extra.js";
import { emailOrEmpty, phoneOrEmpty, text } from "../../models/formats.js";
import { type CaseInput, caseInputSchema, id } from "../../models/ids.js";
import { rule } from "../../models/rules.js";
import { uploadEncode, uploadField, type UploadResult, uploadResultSchema } from "../../models/uploads.js";
import { readStatuses, statuses, uploadStatuses } from "../statuses.js";
import type { CaseSegment } from "./segment.js";

/** Documents to ask a person for. The vendor sends the message; an identity check may follow, which may cost. */
export interface RequestDocumentsInput extends Extra {
  /** Id of the case. */
  caseCommonId: number;
  /** Categories to ask for, at least one: names of mandatory documents, or `myInfo` for Singapore's MyInfo. */
  documents: string[];
  /** Where the message goes. This or `phone` is needed; the other may be left out or empty. */
  email?: string | undefined;
  /** Where the message goes, as `+440000000000`. This or `email` is needed. */
  phone?: string | undefined;
  /** Whether the person may change what is filled in. */
  allowEdit?: boolean | undefined;
  /** Code of the way of delivery. 4 was used with a phone number; the other codes are not documented. */
  documentRequestMethodType?: number | undefined;
}

/** That a message was sent. */
export interface DocumentRequestReceipt {
  /** Code that the person enters in the vendor's portal. Whoever has it can upload in that person's name. */
  accessCode: string;
}

/** What goes with any uploaded document. */
export interface UploadFields {
  /** Id of the case. */
  caseCommonId: number;
  /** The file: PDF, JPEG, PNG or TIFF. Its name goes along. */
  file: Upload;
  /** Label of the document and its step. */
  name: string;
  /** Whether it gets a step of its own; otherwise it joins one that is there. */
  createNewStep?: boolean | undefined;
  /** Original name of the file. */
  fileName?: string | undefined;
  /** Registry that it comes from. */
  jurisdictionSource?: string | undefined;
  /** Address of the person who uploads. */
  clientAddress?: string | undefined;
}

/** A document to put on a company's case. */
export interface UploadCompanyDocumentInput extends UploadFields {
  /** Category: the name of a mandatory document, or `Corporate`. Needed for mandatory documents. */
  fileCat?: string | undefined;
}

/** A document to put on a person's case. */
export interface UploadIndividualDocumentInput extends UploadFields {
  /** Category, from the list of mandatory documents: `photoid`, `selfie`, `poa`. */
  fileCat: string;
}

const requestDocumentsInputSchema = schemaFor<RequestDocumentsInput>()(() =>
  z
    .strictObject({
      caseCommonId: id(),
      documents: z.array(text()).check(z.minLength(1)),
      email: z.optional(emailOrEmpty()),
      phone: z.optional(phoneOrEmpty()),
      allowEdit: z.optional(z.boolean()),
      documentRequestMethodType: z.optional(z.int()),
      extra: extraField(),
    })
    .check(
      rule(
        ({ email = "", phone = "" }) => email !== "" || phone !== "",
        "email",
        "an email address here, or a number in phone",
      ),
    ),
);

const receiptSchema = schemaFor<DocumentRequestReceipt>()(() => z.strictObject({ accessCode: z.string() }));

/** Asking a person for documents. */
/* @__NO_SIDE_EFFECTS__ */
export function documentRequestOf(
  name: string,
  segment: CaseSegment,
  doubt?: { readonly verified: false },
): Endpoint<RequestDocumentsInput, DocumentRequestReceipt> {
  return defineEndpoint<RequestDocumentsInput, DocumentRequestReceipt>({
    name,
    method: "POST",
    path: `/v2/${segment}/{caseCommonId}/documents/request`,
    input: requestDocumentsInputSchema,
    output: receiptSchema,
    errors: statuses,
    effect: "create",
    cost: "billed",
    timeout: 60_000,
    repeats: ["caseCommonId"],
    encode: { extra: spread },
    // Both are sent, the unused one empty, as the vendor's own test does.
    complete: (input) => ({ ...input, email: input.email ?? "", phone: input.phone ?? "" }),
    ...doubt,
  });
}

const uploadFields = () => ({
  caseCommonId: id(),
  file: uploadField(),
  name: text(),
  createNewStep: z.optional(z.boolean()),
  fileName: z.optional(text()),
  jurisdictionSource: z.optional(z.string()),
  clientAddress: z.optional(z.string()),
});

export const uploadCompanyDocumentInputSchema = schemaFor<UploadCompanyDocumentInput>()(() =>
  z.strictObject({ ...uploadFields(), fileCat: z.optional(text()) }),
);

export const uploadIndividualDocumentInputSchema = schemaFor<UploadIndividualDocumentInput>()(() =>
  z.strictObject({ ...uploadFields(), fileCat: text() }),
);

/** Putting a document on a case. */
/* @__NO_SIDE_EFFECTS__ */
export function documentUploadOf<Input extends UploadFields>(
  name: string,
  segment: CaseSegment,
  input: Schema<Input>,
): Endpoint<Input, UploadResult> {
  return defineEndpoint<Input, UploadResult>({
    name,
    method: "POST",
    path: `/v2/${segment}/{caseCommonId}/documents/upload`,
    input,
    output: uploadResultSchema,
    errors: uploadStatuses,
    effect: "create",
    cost: "free",
    timeout: 120_000,
    encoding: "multipart",
    form: multipartForm,
    repeats: ["caseCommonId"],
    adds: { isCompany: segment === "Companies" },
    encode: { file: uploadEncode } as NonNullable<Endpoint<Input, UploadResult>["encode"]>,
    creates: "caseDocumentId",
    decisive: ["prevalidationMessages"],
  });
}

/** Listing the documents of a case. */
/* @__NO_SIDE_EFFECTS__ */
export function documentsOf(name: string, segment: CaseSegment): Endpoint<CaseInput, CaseDocumentsResponse> {
  return defineEndpoint<CaseInput, CaseDocumentsResponse>({
    name,
    method: "GET",
    path: `/v2/${segment}/{caseCommonId}/documents`,
    input: caseInputSchema,
    output: caseDocumentsResponseSchema,
    errors: readStatuses,
    effect: "read",
    cost: "free",
    timeout: 60_000,
  });
}
