import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { usual } from "./fields.js";

/** A URL that the sandbox calls. Requests are spelled in snake_case, answers in camelCase. */
export interface WebhookSubscription {
  /** Id, to delete it. */
  id: number | string;
  /** The URL. */
  url?: string | null | undefined;
  /** Events that it is called for. */
  eventTypes?: string[] | null | undefined;
  /** Whether it is called. */
  active?: boolean | null | undefined;
}

export const webhookSubscriptionSchema = schemaFor<WebhookSubscription>()(() =>
  z.strictObject({
    id: z.union([z.int(), z.string()]),
    url: usual(z.string()),
    eventTypes: usual(z.array(z.string())),
    active: usual(z.boolean()),
  }),
);
