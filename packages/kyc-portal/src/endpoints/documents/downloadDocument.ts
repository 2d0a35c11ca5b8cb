import { defineEndpoint, type FileAnswer, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { fileAnswerSchema } from "../../models/fileAnswer.js";
import { idText } from "../../models/formats.js";
import { id } from "../../models/ids.js";
import { and, readStatuses } from "../statuses.js";

/** Which document to download. */
export interface DownloadDocumentInput {
  /** `caseDocumentId`, or the last segment of the document's `link`; the link itself is never called. */
  documentId: number | string;
}

/**
 * `GET /v2/Documents/{documentId}`
 *
 * The case of the path matters: with a lower-case d it is answered with 404, and so is the older `/document` behind it.
 */
export const downloadDocument = defineEndpoint<DownloadDocumentInput, FileAnswer>({
  name: "downloadDocument",
  method: "GET",
  path: "/v2/Documents/{documentId}",
  input: schemaFor<DownloadDocumentInput>()(() => z.strictObject({ documentId: z.union([id(), idText()]) })),
  output: fileAnswerSchema,
  errors: /* @__PURE__ */ and(readStatuses, { 404: "There is no such document." }),
  effect: "read",
  cost: "free",
  timeout: 120_000,
  // Registries give PDF; the others are what can be uploaded.
  answersFile: ["pdf", "jpeg", "png", "tiff"],
});
