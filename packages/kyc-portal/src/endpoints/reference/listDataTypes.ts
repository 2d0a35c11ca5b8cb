import { defineEndpoint } from "@x/core";
import { namedListIn } from "../../models/answers.js";
import { type NoInput, noInputSchema } from "../../models/ids.js";
import { type DataType, dataTypesSchema } from "../../models/reference.js";
import { and, readStatuses } from "../statuses.js";

/** `GET /v2/DataTypes`; the vendor prints another operation's address for it, so the path is inferred. */
export const listDataTypes = defineEndpoint<NoInput, DataType[]>({
  name: "listDataTypes",
  method: "GET",
  path: "/v2/DataTypes",
  input: noInputSchema,
  output: dataTypesSchema,
  errors: /* @__PURE__ */ and(readStatuses, {
    404: "The path is inferred: set paths.listDataTypes if the vendor tells you another.",
  }),
  effect: "read",
  cost: "free",
  timeout: 60_000,
  verified: false,
  decode: /* @__PURE__ */ namedListIn("dataType"),
});
