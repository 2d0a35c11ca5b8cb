import { documentsOf } from "../cases/documents.js";

/** `GET /v2/Companies/{caseCommonId}/documents` */
export const getCompanyDocuments = /* @__PURE__ */ documentsOf("getCompanyDocuments", "Companies");
