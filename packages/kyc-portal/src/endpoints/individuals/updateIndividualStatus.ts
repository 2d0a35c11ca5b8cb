import { statusChangeOf } from "../cases/review.js";

/** `PATCH /v2/Individuals/{caseCommonId}/status` */
export const updateIndividualStatus = /* @__PURE__ */ statusChangeOf("updateIndividualStatus", "Individuals");
