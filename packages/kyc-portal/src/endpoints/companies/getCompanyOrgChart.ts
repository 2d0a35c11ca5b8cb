import { defineEndpoint } from "@x/core";
import { type CaseInput, caseInputSchema } from "../../models/ids.js";
import { type OrgChartNode, orgChartDecisions, orgChartNodeSchema } from "../../models/orgChart.js";
import { readStatuses } from "../statuses.js";

/** `GET /v2/Companies/{caseCommonId}/org-chart` */
export const getCompanyOrgChart = defineEndpoint<CaseInput, OrgChartNode>({
  name: "getCompanyOrgChart",
  method: "GET",
  path: "/v2/Companies/{caseCommonId}/org-chart",
  input: caseInputSchema,
  output: orgChartNodeSchema,
  errors: readStatuses,
  effect: "read",
  cost: "free",
  timeout: 60_000,
  decisive: orgChartDecisions,
});
