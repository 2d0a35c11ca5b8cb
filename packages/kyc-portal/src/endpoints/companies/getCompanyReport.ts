import { reportOf } from "../cases/review.js";

/** `GET /v2/Companies/{caseCommonId}/report` */
export const getCompanyReport = /* @__PURE__ */ reportOf("getCompanyReport", "Companies");
