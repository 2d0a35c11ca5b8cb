import { alertActionOf } from "../cases/monitoring.js";

/** `POST /v2/Companies/{caseCommonId}/lm-alerts-action` */
export const actOnCompanyMonitoringAlert = /* @__PURE__ */ alertActionOf("actOnCompanyMonitoringAlert", "Companies");
