import { documentRequestOf } from "../cases/documents.js";

/** `POST /v2/Companies/{caseCommonId}/documents/request` */
export const requestCompanyDocuments = /* @__PURE__ */ documentRequestOf("requestCompanyDocuments", "Companies", {
  verified: false,
});
