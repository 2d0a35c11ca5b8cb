import { alertActionOf } from "../cases/monitoring.js";

/** `POST /v2/Individuals/{caseCommonId}/lm-alerts-action` */
export const actOnIndividualMonitoringAlert = alertActionOf("actOnIndividualMonitoringAlert", "Individuals");
