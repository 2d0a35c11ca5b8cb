import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import { undocumentedSchema } from "../../models/ids.js";
import { and, readStatuses } from "../statuses.js";

/** Which cases to look for, by a property of theirs. */
export interface SearchCasesByPropertiesInput {
  /** Cases on a page. */
  pageSize: number;
  /** Number of the page, from 0. */
  pageNumber: number;
  /** Name of the property, as `Company Status`. */
  propertyName: string;
  /** Its value; null for any. */
  propertyValue: string | null;
}

/** `POST /v2/Case/search-by-properties` */
export const searchCasesByProperties = defineEndpoint<SearchCasesByPropertiesInput, unknown>({
  name: "searchCasesByProperties",
  method: "POST",
  path: "/v2/Case/search-by-properties",
  input: schemaFor<SearchCasesByPropertiesInput>()(() =>
    z.strictObject({
      pageSize: z.int().check(z.minimum(1)),
      pageNumber: z.int().check(z.minimum(0)),
      propertyName: text(),
      propertyValue: z.nullable(z.string()),
    }),
  ),
  output: undocumentedSchema,
  errors: /* @__PURE__ */ and(readStatuses, { 400: "The search was refused, as the sandbox always does." }),
  effect: "query",
  cost: "free",
  timeout: 60_000,
});
