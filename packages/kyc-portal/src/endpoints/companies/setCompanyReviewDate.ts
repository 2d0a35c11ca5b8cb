import { reviewDateOf } from "../cases/reviewDate.js";

/** `PUT /v2/Companies/{caseCommonId}/review-date` */
export const setCompanyReviewDate = /* @__PURE__ */ reviewDateOf("setCompanyReviewDate", "Companies");
