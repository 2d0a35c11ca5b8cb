import { defineEndpoint } from "@x/core";
import { type NoInput, noInputSchema } from "../../models/noInput.js";
import { type ProjectionList, projectionListSchema } from "../../models/projection.js";

/** `GET /projection` */
export const listProjections = defineEndpoint<NoInput, ProjectionList>({
  name: "listProjections",
  method: "GET",
  path: "/projection",
  input: noInputSchema,
  output: projectionListSchema,
  errors: { 403: "The key is missing or wrong." },
  effect: "read",
  cost: "free",
});
