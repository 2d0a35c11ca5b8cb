import { reportOf } from "../cases/review.js";

/** `GET /v2/Companies/{caseCommonId}/report` */
export const getCompanyReport = reportOf("getCompanyReport", "Companies");
