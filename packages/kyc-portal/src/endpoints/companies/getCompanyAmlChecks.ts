import { amlChecksOf } from "../cases/review.js";

/** `GET /v2/Companies/{caseCommonId}/amlchecks` */
export const getCompanyAmlChecks = amlChecksOf("getCompanyAmlChecks", "Companies");
