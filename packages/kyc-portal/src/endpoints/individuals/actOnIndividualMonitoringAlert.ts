import { alertActionOf } from "../cases/monitoring.js";

/** `POST /v2/Individuals/{caseCommonId}/lm-alerts-action` */
export const actOnIndividualMonitoringAlert = /* @__PURE__ */ alertActionOf(
  "actOnIndividualMonitoringAlert",
  "Individuals",
);
