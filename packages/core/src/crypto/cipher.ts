/** Bytes in, sealed bytes out, and back. */
export interface Cipher {
  /** Seals bytes of any length. */
  encrypt(plain: Uint8Array): Promise<Uint8Array>;
  /**
   * Opens what was sealed.
   *
   * @throws {@link DecryptionError} whatever is wrong with it.
   */
  decrypt(sealed: Uint8Array): Promise<Uint8Array>;
}

/** Bytes could not be opened. It never says why: whoever may ask twice could read a message out of the differences. */
export class DecryptionError extends Error {
  constructor() {
    super("It cannot be decrypted.");
    Object.defineProperty(this, "name", { value: "DecryptionError" });
  }
}

/** Imports key bytes once, at first use. */
export class LazyKey {
  readonly #name: "AES-CBC" | "AES-GCM";
  readonly #bytes: () => Promise<Uint8Array>;
  #imported: Promise<CryptoKey> | undefined;

  constructor(name: "AES-CBC" | "AES-GCM", key: KeyBytes) {
    this.#name = name;
    this.#bytes = typeof key === "function" ? key : async () => key;
  }

  async get(): Promise<CryptoKey> {
    this.#imported ??= this.#import();
    return await this.#imported;
  }

  async #import(): Promise<CryptoKey> {
    const bytes = new Uint8Array(await this.#bytes());
    return await crypto.subtle.importKey("raw", bytes, this.#name, false, ["encrypt", "decrypt"]);
  }
}

/** Key bytes, or what derives them at first use. 16, 24 or 32 of them. */
export type KeyBytes = Uint8Array | (() => Promise<Uint8Array>);

/** Runs a decryption of the runtime, whose own words and codes are dropped. */
export async function opening(work: () => Promise<ArrayBuffer>): Promise<Uint8Array> {
  try {
    return new Uint8Array(await work());
  } catch {
    throw new DecryptionError();
  }
}

/** Joins byte sequences. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
