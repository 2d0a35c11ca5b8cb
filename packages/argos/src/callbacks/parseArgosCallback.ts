import { CallbackError, checkCallback, readCallback } from "@x/core/callbacks";
import { type Schema } from "@x/core/schema";
import { sealedText } from "../ciphers/envelope.js";
import type { ArgosCipher } from "../ciphers/types.js";
import {
  amlMonitorWebhookSchema,
  amlWebhookSchema,
  decisionWebhookSchema,
  deleteWebhookSchema,
  injectionWebhookSchema,
  progressWebhookSchema,
  submitWebhookSchema,
  updatedWebhookSchema,
} from "../models/webhooks.js";
import { callbackDecisions, isKnownTrigger } from "./triggers.js";
import type { ArgosCallback, ArgosWebhooks } from "./types.js";

const schemas: { readonly [Trigger in keyof ArgosWebhooks]: Schema<ArgosWebhooks[Trigger]> } = {
  created: progressWebhookSchema,
  retry: progressWebhookSchema,
  submit: submitWebhookSchema,
  approved: decisionWebhookSchema,
  rejected: decisionWebhookSchema,
  updated: updatedWebhookSchema,
  delete: deleteWebhookSchema,
  injection: injectionWebhookSchema,
  injectionFail: injectionWebhookSchema,
  aml: amlWebhookSchema,
  aml_monitor: amlMonitorWebhookSchema,
};

/**
 * Reads the body of a plain webhook. It is proven by nothing: ARGOS signs no webhook.
 *
 * @param body - The body, best as the text or bytes that arrived; an object that a framework parsed will do.
 * @returns The callback, told apart by `kind`.
 * @throws `CallbackError` when the body is no JSON object, is encrypted, or lacks or garbles what decides.
 *
 * @example
 * const callback = parseArgosCallback(await request.text());
 * if (callback.kind === "approved") await argos.submissions.get({ submission_id: callback.payload.submission_id });
 */
export function parseArgosCallback(body: unknown): ArgosCallback {
  const value = readCallback("ARGOS", body, callbackDecisions);
  if (sealedText(value, true) !== undefined)
    throw new CallbackError("ARGOS", "the callback is encrypted; openArgosCallback reads it.");
  return understand(value, false);
}

/**
 * Reads the body of an encrypted webhook. Only a GCM cipher proves who sent it: with ECB, blocks of two webhooks can be put
 * together into a third that opens, so read the submission before you act on it.
 *
 * A plain webhook is refused: else whoever has no key would send one.
 *
 * @param body - The body, best as the text or bytes that arrived.
 * @param cipher - The project's one scheme.
 * @returns The callback, told apart by `kind`.
 * @throws `CallbackError` when it cannot be opened, without saying why, or lacks or garbles what decides.
 *
 * @example
 * const callback = await openArgosCallback(await request.text(), argosCipher(apiKey));
 */
export async function openArgosCallback(body: unknown, cipher: ArgosCipher): Promise<ArgosCallback> {
  const inside = sealedText(readCallback("ARGOS", body, callbackDecisions), true);
  if (inside === undefined) throw new CallbackError("ARGOS", "the callback is not encrypted, and this project's are.");
  let text: string;
  try {
    text = await cipher.decrypt(inside);
  } catch {
    throw new CallbackError("ARGOS", "the callback cannot be decrypted.");
  }
  return understand(readCallback("ARGOS", text, callbackDecisions), cipher.authenticates);
}

function understand(value: Record<string, unknown>, authenticated: boolean): ArgosCallback {
  const { webhook_trigger: kind } = value;
  if (!isKnownTrigger(kind)) return { kind: "unknown", drift: [], authenticated, readPayload: () => value };
  const schema: Schema<{ submission_id: string }> = schemas[kind];
  const checked = checkCallback("ARGOS", schema, value, callbackDecisions);
  return { kind, subject: `submission:${checked.payload.submission_id}`, ...checked, authenticated } as ArgosCallback;
}
