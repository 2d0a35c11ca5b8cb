import { amlChecksOf } from "../cases/review.js";

/** `GET /v2/Individuals/{caseCommonId}/amlchecks` */
export const getIndividualAmlChecks = amlChecksOf("getIndividualAmlChecks", "Individuals");
