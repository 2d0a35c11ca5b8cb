import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { type NoInput, noInputSchema } from "../../models/ids.js";
import { readStatuses } from "../statuses.js";

/** `GET /v2/Version` */
export const getVersion = defineEndpoint<NoInput, string>({
  name: "getVersion",
  method: "GET",
  path: "/v2/Version",
  input: noInputSchema,
  output: schemaFor<string>()(() => z.string()),
  errors: readStatuses,
  effect: "read",
  cost: "free",
});
