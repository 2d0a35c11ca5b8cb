import { amlChecksOf } from "../cases/review.js";

/** `GET /v2/Individuals/{caseCommonId}/amlchecks` */
export const getIndividualAmlChecks = /* @__PURE__ */ amlChecksOf("getIndividualAmlChecks", "Individuals");
