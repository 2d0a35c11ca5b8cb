import { sealed } from "../ciphers/envelope.js";
import type { ArgosCipher } from "../ciphers/types.js";
import { type ArgosWebhooks, parseArgosCallback } from "../callbacks/index.js";
import { webhookSamples } from "./webhookSamples.js";

/** A webhook as ARGOS would send it. */
export interface ForgedArgosCallback<Payload> {
  /** JSON text, as it goes over the wire. */
  readonly body: string;
  /** The same, parsed; of an encrypted one what is inside. */
  readonly payload: Payload;
}

/**
 * Makes a webhook.
 *
 * @param trigger - What it tells of.
 * @param overrides - Fields to say otherwise; `undefined` leaves one out.
 * @returns Text and payload.
 * @throws `CallbackError` when the overrides make what ARGOS would not send.
 *
 * @example
 * const { body } = forgeArgosCallback("rejected", { submission_id: "abc", kyc_result: { status: "rejected", commentCode: ["timeout"] } });
 */
export function forgeArgosCallback<Trigger extends keyof ArgosWebhooks>(
  trigger: Trigger,
  overrides: Partial<ArgosWebhooks[Trigger]> = {},
): ForgedArgosCallback<ArgosWebhooks[Trigger]> {
  const body = JSON.stringify({ ...webhookSamples[trigger], ...overrides });
  const callback = parseArgosCallback(body);
  if (callback.kind !== trigger) throw new TypeError("The overrides make a webhook of another trigger.");
  return { body, payload: callback.payload as ArgosWebhooks[Trigger] };
}

/**
 * Makes an encrypted webhook.
 *
 * @param trigger - What it tells of.
 * @param cipher - The project's scheme.
 * @param overrides - Fields to say otherwise; `undefined` leaves one out.
 * @returns Text and what is inside.
 * @throws `CallbackError` when the overrides make what ARGOS would not send.
 *
 * @example
 * const { body } = await forgeEncryptedArgosCallback("approved", argosCipher(apiKey));
 */
export async function forgeEncryptedArgosCallback<Trigger extends keyof ArgosWebhooks>(
  trigger: Trigger,
  cipher: ArgosCipher,
  overrides: Partial<ArgosWebhooks[Trigger]> = {},
): Promise<ForgedArgosCallback<ArgosWebhooks[Trigger]>> {
  const plain = forgeArgosCallback(trigger, overrides);
  return { body: JSON.stringify(sealed(await cipher.encrypt(plain.body))), payload: plain.payload };
}
