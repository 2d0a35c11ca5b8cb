import { documentUploadOf, uploadCompanyDocumentInputSchema } from "../cases/documents.js";

/** `POST /v2/Companies/{caseCommonId}/documents/upload` */
export const uploadCompanyDocument = /* @__PURE__ */ documentUploadOf(
  "uploadCompanyDocument",
  "Companies",
  uploadCompanyDocumentInputSchema,
);
