import { defineEndpoint } from "@x/core";
import { type CaseInput, caseInputSchema } from "../../models/ids.js";
import { memberDecisions, type MembersResponse, membersResponseSchema } from "../../models/members.js";
import { readStatuses } from "../statuses.js";

/** `GET /v2/Companies/{caseCommonId}/members` */
export const getCompanyMembers = defineEndpoint<CaseInput, MembersResponse>({
  name: "getCompanyMembers",
  method: "GET",
  path: "/v2/Companies/{caseCommonId}/members",
  input: caseInputSchema,
  output: membersResponseSchema,
  errors: readStatuses,
  effect: "read",
  cost: "free",
  timeout: 60_000,
  decisive: memberDecisions,
});
