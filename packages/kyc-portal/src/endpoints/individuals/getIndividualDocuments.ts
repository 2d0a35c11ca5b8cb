import { documentsOf } from "../cases/documents.js";

/** `GET /v2/Individuals/{caseCommonId}/documents` */
export const getIndividualDocuments = /* @__PURE__ */ documentsOf("getIndividualDocuments", "Individuals");
