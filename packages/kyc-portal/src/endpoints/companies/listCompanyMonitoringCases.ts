import { monitoringCasesOf } from "../cases/monitoring.js";

/** `POST /v2/Companies/lm-cases` */
export const listCompanyMonitoringCases = /* @__PURE__ */ monitoringCasesOf("listCompanyMonitoringCases", "Companies");
