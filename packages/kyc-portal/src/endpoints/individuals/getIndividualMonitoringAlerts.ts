import { monitoringAlertsOf } from "../cases/monitoring.js";

/** `GET /v2/Individuals/{caseCommonId}/lm-alerts` */
export const getIndividualMonitoringAlerts = /* @__PURE__ */ monitoringAlertsOf(
  "getIndividualMonitoringAlerts",
  "Individuals",
  {
    verified: false,
  },
);
