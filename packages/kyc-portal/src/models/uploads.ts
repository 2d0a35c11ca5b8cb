import { type Encode, isUpload, type Upload, uploadFile } from "@x/core";
import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe, usual } from "./fields.js";

/** Why a file was judged bad. */
export interface PrevalidationMessage {
  /** Code of the reason, as `IdentityDocumentNotRecognized`. */
  key: string;
  /** The vendor's words. */
  value?: string | null | undefined;
}

/** What became of an uploaded file. */
export interface UploadResult {
  /** Id of the document, to download it; maybe absent when the file was judged bad. */
  caseDocumentId?: number | null | undefined;
  /** Step that it belongs to. */
  caseStepId?: number | null | undefined;
  /** Label. */
  name?: string | null | undefined;
  /** Category. */
  category?: string | null | undefined;
  /** Points to an internal host: never call it. */
  link?: string | null | undefined;
  /** Why the file was judged bad; empty when it was accepted. */
  prevalidationMessages?: PrevalidationMessage[] | null | undefined;
}

/** What checking a file showed. */
export interface PrevalidationResult {
  /** Why the file was judged bad; empty when it is fine. */
  prevalidationMessages: PrevalidationMessage[];
}

/** A file to send, by its form alone; size and type are looked at when it is sent. */
export const uploadField = (): z.core.$ZodType<Upload> =>
  z.custom<Upload>(isUpload, { params: { expected: "a Blob, { data, name } or { path }" } });

/** The vendor documents neither types nor sizes: these are what a scan or photo of a document is. */
export const uploadEncode: Encode = /* @__PURE__ */ uploadFile({
  maxBytes: 104_857_600,
  types: ["application/pdf", "image/jpeg", "image/png", "image/tiff"],
});

const prevalidationMessageSchema = schemaFor<PrevalidationMessage>()(() =>
  z.strictObject({ key: z.string(), value: maybe(z.string()) }),
);

export const uploadResultSchema = schemaFor<UploadResult>()(() =>
  z
    .strictObject({
      caseDocumentId: usual(z.int()),
      caseStepId: maybe(z.int()),
      name: maybe(z.string()),
      category: maybe(z.string()),
      link: maybe(z.string()),
      prevalidationMessages: usual(z.array(prevalidationMessageSchema)),
    })
    // An answer that names neither a document nor a reason says nothing about the upload.
    .check(
      z.refine((one) => typeof one.caseDocumentId === "number" || Array.isArray(one.prevalidationMessages), {
        when: ({ value }) => typeof value === "object" && value !== null,
      }),
    ),
);

export const prevalidationResultSchema = schemaFor<PrevalidationResult>()(() =>
  z.strictObject({ prevalidationMessages: z.array(prevalidationMessageSchema) }),
);
