import { auditTrailOf } from "../cases/review.js";

/** `GET /v2/Companies/{caseCommonId}/audittrail` */
export const getCompanyAuditTrail = auditTrailOf("getCompanyAuditTrail", "Companies");
