import { argosCipher } from "./argosCipher.js";
import type { CipherScheme } from "./types.js";

/** Every scheme that ARGOS is known or thought to use. */
export const cipherCandidates: readonly CipherScheme[] = /* @__PURE__ */ (
  ["base64", "hex", "base64url"] as const
).flatMap((encoding) =>
  (["first32", "sha256"] as const).flatMap((keyDerivation): CipherScheme[] => [
    { mode: "aes-256-ecb", keyDerivation, encoding },
    { mode: "aes-256-gcm", keyDerivation, encoding, layout: "iv-ct-tag" },
    { mode: "aes-256-gcm", keyDerivation, encoding, layout: "iv-tag-ct" },
    { mode: "aes-256-cbc", keyDerivation, encoding, iv: "prefix" },
    { mode: "aes-256-cbc", keyDerivation, encoding, iv: "zero" },
  ]),
);

/**
 * Finds out which scheme a captured text is encrypted with. A tool for setting up, once: pin what it finds.
 *
 * Never call it on what comes in at run time: whoever may choose the scheme chooses the weakest.
 *
 * @param secret - The project's API key or `secretKey`.
 * @param sample - The `data` of one encrypted answer or webhook.
 * @returns The scheme, for `encryption`; `undefined` when none opens it.
 *
 * @example
 * const scheme = await detectCipher(apiKey, capturedWebhook.data);
 */
export async function detectCipher(secret: string, sample: string): Promise<CipherScheme | undefined> {
  const text = sample.trim();
  for (const scheme of cipherCandidates) {
    const opened = await argosCipher(secret, scheme)
      .decrypt(text)
      .then(
        () => true,
        () => false,
      );
    if (opened) return scheme;
  }
  return undefined;
}
