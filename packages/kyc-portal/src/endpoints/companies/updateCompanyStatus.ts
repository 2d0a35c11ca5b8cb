import { statusChangeOf } from "../cases/review.js";

/** `PATCH /v2/Companies/{caseCommonId}/status` */
export const updateCompanyStatus = /* @__PURE__ */ statusChangeOf("updateCompanyStatus", "Companies");
