import { webhookTriggers } from "../codes/webhookTriggers.js";
import type { ArgosWebhooks } from "./types.js";

/** Fields that carry a decision or name what it is about. */
export const callbackDecisions = [
  "webhook_trigger",
  "submission_id",
  "status",
  "kyc_status",
  "kyc_result",
  "currentstatus",
  "risk_level_summary",
];

/** Whether a trigger is documented. */
export function isKnownTrigger(trigger: unknown): trigger is keyof ArgosWebhooks {
  return typeof trigger === "string" && Object.hasOwn(webhookTriggers, trigger);
}
