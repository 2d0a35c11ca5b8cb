import { alertActionOf } from "../cases/monitoring.js";

/** `POST /v2/Companies/{caseCommonId}/lm-alerts-action` */
export const actOnCompanyMonitoringAlert = alertActionOf("actOnCompanyMonitoringAlert", "Companies");
