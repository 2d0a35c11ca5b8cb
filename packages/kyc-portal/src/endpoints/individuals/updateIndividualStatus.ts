import { statusChangeOf } from "../cases/review.js";

/** `PATCH /v2/Individuals/{caseCommonId}/status` */
export const updateIndividualStatus = statusChangeOf("updateIndividualStatus", "Individuals");
