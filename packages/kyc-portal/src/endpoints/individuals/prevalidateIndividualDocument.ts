import { defineEndpoint, multipartForm, schemaFor, type Upload } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import {
  type PrevalidationResult,
  prevalidationResultSchema,
  uploadEncode,
  uploadField,
} from "../../models/uploads.js";
import { uploadStatuses } from "../statuses.js";

/** A file to check before it is accepted. It belongs to no case. That it goes as a form is inferred. */
export interface PrevalidateIndividualDocumentInput {
  /** The file: PDF, JPEG, PNG or TIFF. */
  file: Upload;
  /** Category, from the list of mandatory documents: `photoid`, `selfie`, `poa`. */
  fileCat: string;
  /** Label of the document. */
  name: string;
}

/** `POST /v2/Individuals/documents/prevalidate` */
export const prevalidateIndividualDocument = defineEndpoint<PrevalidateIndividualDocumentInput, PrevalidationResult>({
  name: "prevalidateIndividualDocument",
  method: "POST",
  path: "/v2/Individuals/documents/prevalidate",
  input: schemaFor<PrevalidateIndividualDocumentInput>()(() =>
    z.strictObject({ file: uploadField(), fileCat: text(), name: text() }),
  ),
  output: prevalidationResultSchema,
  errors: uploadStatuses,
  effect: "query",
  // Whether a check is charged is not documented.
  cost: "billed",
  timeout: 120_000,
  verified: false,
  encoding: "multipart",
  form: multipartForm,
  encode: { file: uploadEncode },
  decisive: ["prevalidationMessages"],
});
