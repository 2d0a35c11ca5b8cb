import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { listIn } from "../../models/answers.js";
import { type NoInput, noInputSchema } from "../../models/ids.js";
import { type WebhookSubscription, webhookSubscriptionSchema } from "../../models/webhookSubscription.js";
import { and, readStatuses } from "../statuses.js";

/** `GET /sandbox/webhooks/subscriptions` */
export const listWebhooks = defineEndpoint<NoInput, WebhookSubscription[]>({
  name: "listWebhooks",
  method: "GET",
  path: "/sandbox/webhooks/subscriptions",
  input: noInputSchema,
  output: schemaFor<WebhookSubscription[]>()(() => z.array(webhookSubscriptionSchema)),
  errors: /* @__PURE__ */ and(readStatuses, { 404: "Only the sandbox has this operation." }),
  effect: "read",
  cost: "free",
  decode: listIn,
});
