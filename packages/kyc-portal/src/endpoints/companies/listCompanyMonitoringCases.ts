import { monitoringCasesOf } from "../cases/monitoring.js";

/** `POST /v2/Companies/lm-cases` */
export const listCompanyMonitoringCases = monitoringCasesOf("listCompanyMonitoringCases", "Companies");
