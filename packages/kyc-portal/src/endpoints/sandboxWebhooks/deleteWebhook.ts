import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import { id as positive, undocumentedSchema } from "../../models/ids.js";
import { and, statuses } from "../statuses.js";

/** Which subscription to delete. */
export interface DeleteWebhookInput {
  /** Id of the subscription. */
  id: number | string;
}

/** `DELETE /sandbox/webhooks/subscriptions/{id}`; where the id goes is inferred. */
export const deleteWebhook = defineEndpoint<DeleteWebhookInput, unknown>({
  name: "deleteWebhook",
  method: "DELETE",
  path: "/sandbox/webhooks/subscriptions/{id}",
  input: schemaFor<DeleteWebhookInput>()(() => z.strictObject({ id: z.union([positive(), text()]) })),
  output: undocumentedSchema,
  errors: /* @__PURE__ */ and(statuses, { 404: "There is no such subscription, or the host is not the sandbox." }),
  effect: "replace",
  cost: "free",
  verified: false,
  mayBeEmpty: true,
});
