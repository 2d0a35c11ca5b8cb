import { linkOf } from "../cases/links.js";

/** `POST /v2/Companies/{parentCaseCommonId}/link/{caseCommonId}` */
export const linkToCompany = linkOf("linkToCompany", "Companies");
