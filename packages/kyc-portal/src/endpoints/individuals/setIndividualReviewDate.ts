import { reviewDateOf } from "../cases/reviewDate.js";

/** `PUT /v2/Individuals/{caseCommonId}/review-date` */
export const setIndividualReviewDate = /* @__PURE__ */ reviewDateOf("setIndividualReviewDate", "Individuals");
