import { auditTrailOf } from "../cases/review.js";

/** `GET /v2/Individuals/{caseCommonId}/audittrail` */
export const getIndividualAuditTrail = /* @__PURE__ */ auditTrailOf("getIndividualAuditTrail", "Individuals");
