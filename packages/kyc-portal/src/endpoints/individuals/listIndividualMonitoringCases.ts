import { monitoringCasesOf } from "../cases/monitoring.js";

/** `POST /v2/Individuals/lm-cases` */
export const listIndividualMonitoringCases = /* @__PURE__ */ monitoringCasesOf(
  "listIndividualMonitoringCases",
  "Individuals",
);
