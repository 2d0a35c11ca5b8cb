import {
  AesCbc,
  AesEcb,
  AesGcm,
  type Cipher,
  DecryptionError,
  fromBase64,
  fromHex,
  toBase64,
  toHex,
} from "@x/core/crypto";
import type { ArgosCipher, CipherScheme, KeyDerivation } from "./types.js";

/**
 * Makes the cipher of one project.
 *
 * ECB, the documented mode, hides and proves nothing: blocks of two messages can be put together into a third that opens.
 *
 * @param secret - The project's API key, or the `secretKey` of its liveform links.
 * @param scheme - Mode, key derivation, encoding. The defaults for the last two are inferred, not documented.
 * @returns The cipher.
 *
 * @example
 * const cipher = argosCipher(apiKey, { mode: "aes-256-gcm", layout: "iv-ct-tag" });
 */
export function argosCipher(secret: string, scheme: CipherScheme = {}): ArgosCipher {
  const { mode = "aes-256-ecb", keyDerivation = "first32", encoding = "base64" } = scheme;
  const key = async (): Promise<Uint8Array> => await deriveKey(secret, keyDerivation);
  const cipher = cipherOf(mode, key, scheme);
  return Object.freeze({
    authenticates: mode === "aes-256-gcm",
    async encrypt(json: string) {
      return encoders[encoding](await cipher.encrypt(new TextEncoder().encode(json)));
    },
    async decrypt(text: string) {
      const sealed = decoders[encoding](text);
      if (sealed === undefined) throw new DecryptionError();
      return jsonOf(await cipher.decrypt(sealed));
    },
  });
}

function cipherOf(mode: string, key: () => Promise<Uint8Array>, { iv, layout }: CipherScheme): Cipher {
  if (mode === "aes-256-cbc") return new AesCbc(key, iv === "zero" ? { iv: new Uint8Array(16) } : {});
  return mode === "aes-256-gcm" ? new AesGcm(key, layout === undefined ? {} : { layout }) : new AesEcb(key);
}

async function deriveKey(secret: string, derivation: KeyDerivation): Promise<Uint8Array> {
  if (typeof derivation === "function") return await derivation(secret);
  const bytes = new TextEncoder().encode(secret);
  return derivation === "sha256" ? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)) : bytes.subarray(0, 32);
}

/** A wrong key may pass for a right one until the text is read; that must look the same as a wrong padding. */
function jsonOf(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return text;
  } catch {
    // Thrown below, in one way.
  }
  throw new DecryptionError();
}

const encoders: Readonly<Record<"base64" | "hex" | "base64url", (bytes: Uint8Array) => string>> = {
  base64: toBase64,
  hex: toHex,
  base64url: (bytes) =>
    toBase64(bytes)
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replace(/={1,2}$/, ""),
};

const decoders: Readonly<Record<"base64" | "hex" | "base64url", (text: string) => Uint8Array | undefined>> = {
  base64: fromBase64,
  hex: fromHex,
  base64url(text) {
    // At most two: a search for any number of them takes minutes in a webhook that is made of them.
    const plain = text
      .replaceAll("-", "+")
      .replaceAll("_", "/")
      .replace(/={1,2}$/, "");
    return fromBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, "="));
  },
};
