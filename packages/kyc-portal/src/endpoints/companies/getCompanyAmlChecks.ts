import { amlChecksOf } from "../cases/review.js";

/** `GET /v2/Companies/{caseCommonId}/amlchecks` */
export const getCompanyAmlChecks = /* @__PURE__ */ amlChecksOf("getCompanyAmlChecks", "Companies");
