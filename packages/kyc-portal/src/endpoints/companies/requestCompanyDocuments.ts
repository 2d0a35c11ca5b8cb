import { documentRequestOf } from "../cases/documents.js";

/** `POST /v2/Companies/{caseCommonId}/documents/request` */
export const requestCompanyDocuments = documentRequestOf("requestCompanyDocuments", "Companies", { verified: false });
