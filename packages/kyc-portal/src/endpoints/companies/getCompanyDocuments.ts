import { documentsOf } from "../cases/documents.js";

/** `GET /v2/Companies/{caseCommonId}/documents` */
export const getCompanyDocuments = documentsOf("getCompanyDocuments", "Companies");
