import { reportOf } from "../cases/review.js";

/** `GET /v2/Individuals/{caseCommonId}/report` */
export const getIndividualReport = /* @__PURE__ */ reportOf("getIndividualReport", "Individuals");
