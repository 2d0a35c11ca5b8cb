import { documentUploadOf, uploadIndividualDocumentInputSchema } from "../cases/documents.js";

/** `POST /v2/Individuals/{caseCommonId}/documents/upload` */
export const uploadIndividualDocument = /* @__PURE__ */ documentUploadOf(
  "uploadIndividualDocument",
  "Individuals",
  uploadIndividualDocumentInputSchema,
);
