import { documentsOf } from "../cases/documents.js";

/** `GET /v2/Individuals/{caseCommonId}/documents` */
export const getIndividualDocuments = documentsOf("getIndividualDocuments", "Individuals");
