import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { usual } from "../../models/fields.js";
import { type NoInput, noInputSchema } from "../../models/ids.js";
import { and, readStatuses } from "../statuses.js";

/** How the sandbox is. */
export interface Health {
  /** `ok` when it is up. */
  status: string;
  /** Version. */
  version?: string | null | undefined;
  /** Commit that it was built from. */
  commit?: string | null | undefined;
  /** When it was built, ISO 8601. */
  buildTime?: string | null | undefined;
}

/** `GET /health` */
export const getHealth = defineEndpoint<NoInput, Health>({
  name: "getHealth",
  method: "GET",
  path: "/health",
  input: noInputSchema,
  output: schemaFor<Health>()(() =>
    z.strictObject({
      status: z.string(),
      version: usual(z.string()),
      commit: usual(z.string()),
      buildTime: usual(z.string()),
    }),
  ),
  errors: /* @__PURE__ */ and(readStatuses, { 404: "Only the sandbox is known to have this operation." }),
  effect: "read",
  cost: "free",
});
