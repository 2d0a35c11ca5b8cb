import { monitoringAlertsOf } from "../cases/monitoring.js";

/** `GET /v2/Companies/{caseCommonId}/lm-alerts` */
export const getCompanyMonitoringAlerts = /* @__PURE__ */ monitoringAlertsOf("getCompanyMonitoringAlerts", "Companies");
