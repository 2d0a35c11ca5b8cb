import { auditTrailOf } from "../cases/review.js";

/** `GET /v2/Companies/{caseCommonId}/audittrail` */
export const getCompanyAuditTrail = /* @__PURE__ */ auditTrailOf("getCompanyAuditTrail", "Companies");
