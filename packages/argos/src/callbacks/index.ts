export { argosCipher } from "../ciphers/argosCipher.js";
export type { ArgosCipher, CipherMode, CipherScheme, KeyDerivation } from "../ciphers/types.js";
export { listOf } from "../models/lists.js";
export type {
  AmlMonitorWebhook,
  AmlWebhook,
  DecisionWebhook,
  DeleteWebhook,
  InjectionWebhook,
  ProgressWebhook,
  SubmitWebhook,
  UpdatedWebhook,
  WebhookAction,
  WebhookAmlResult,
  WebhookMonitorRecord,
  WebhookUpdate,
} from "../models/webhooks.js";
export type { CustomFields, WebhookKycResult, WebhookPerson, WebhookSubject } from "../models/webhookParts.js";
export { argosDedupeKey } from "./dedupeKey.js";
export { openArgosCallback, parseArgosCallback } from "./parseArgosCallback.js";
export { argosSender } from "./sender.js";
export type { ArgosCallback, ArgosWebhooks, KnownCallback, UnknownArgosCallback } from "./types.js";
