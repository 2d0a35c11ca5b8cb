import { documentUploadOf, uploadIndividualDocumentInputSchema } from "../cases/documents.js";

/** `POST /v2/Individuals/{caseCommonId}/documents/upload` */
export const uploadIndividualDocument = documentUploadOf(
  "uploadIndividualDocument",
  "Individuals",
  uploadIndividualDocumentInputSchema,
);
