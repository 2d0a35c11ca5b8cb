import { documentRequestOf } from "../cases/documents.js";

/** `POST /v2/Individuals/{caseCommonId}/documents/request` */
export const requestIndividualDocuments = /* @__PURE__ */ documentRequestOf(
  "requestIndividualDocuments",
  "Individuals",
);
