import { defineEndpoint } from "@x/core";
import { type NoInput, noInputSchema } from "../../models/ids.js";
import { type JurisdictionsResponse, jurisdictionsResponseSchema } from "../../models/reference.js";
import { readStatuses } from "../statuses.js";

/** `GET /v2/Jurisdictions` */
export const listJurisdictions = defineEndpoint<NoInput, JurisdictionsResponse>({
  name: "listJurisdictions",
  method: "GET",
  path: "/v2/Jurisdictions",
  input: noInputSchema,
  output: jurisdictionsResponseSchema,
  errors: readStatuses,
  effect: "read",
  cost: "free",
  timeout: 60_000,
  decisive: ["isautomated"],
});
