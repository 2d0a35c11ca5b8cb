import { statusChangeOf } from "../cases/review.js";

/** `PATCH /v2/Companies/{caseCommonId}/status` */
export const updateCompanyStatus = statusChangeOf("updateCompanyStatus", "Companies");
