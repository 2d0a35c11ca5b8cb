import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { callbackUrl, text } from "../../models/formats.js";
import { type WebhookSubscription, webhookSubscriptionSchema } from "../../models/webhookSubscription.js";
import { and, statuses } from "../statuses.js";

/** A URL for the sandbox to call. Requests are spelled in snake_case, answers in camelCase. */
export interface SubscribeWebhookInput {
  /** The URL. Nothing is signed, so put something unguessable into it. */
  url: string;
  /** Events to be called for, as `CaseReady`. */
  event_types: string[];
  /** Whether it is called from now on. */
  active: boolean;
}

/** `POST /sandbox/webhooks/subscriptions` */
export const subscribeWebhook = defineEndpoint<SubscribeWebhookInput, WebhookSubscription>({
  name: "subscribeWebhook",
  method: "POST",
  path: "/sandbox/webhooks/subscriptions",
  input: schemaFor<SubscribeWebhookInput>()(() =>
    z.strictObject({ url: callbackUrl(), event_types: z.array(text()).check(z.minLength(1)), active: z.boolean() }),
  ),
  output: webhookSubscriptionSchema,
  errors: /* @__PURE__ */ and(statuses, {
    404: "Only the sandbox has this operation: in production an administrator sets the URL.",
  }),
  effect: "create",
  cost: "free",
});
