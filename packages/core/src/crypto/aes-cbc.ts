import { type Cipher, concat, DecryptionError, type KeyBytes, LazyKey, opening } from "./cipher.js";

const ivLength = 16;

/** How a CBC text begins. */
export interface AesCbcOptions {
  /** `prefix`, the default: a random IV stands before each text. Bytes: the same 16 for every text, sent with none. */
  readonly iv?: "prefix" | Uint8Array;
}

/** AES in CBC mode with PKCS#7 padding. It hides and does not prove. */
export class AesCbc implements Cipher {
  readonly #key: LazyKey;
  readonly #iv: Uint8Array<ArrayBuffer> | undefined;

  constructor(key: KeyBytes, { iv = "prefix" }: AesCbcOptions = {}) {
    this.#key = new LazyKey("AES-CBC", key);
    this.#iv = iv === "prefix" ? undefined : new Uint8Array(iv);
  }

  async encrypt(plain: Uint8Array): Promise<Uint8Array> {
    const iv = this.#iv ?? crypto.getRandomValues(new Uint8Array(ivLength));
    const sealed = await crypto.subtle.encrypt({ name: "AES-CBC", iv }, await this.#key.get(), new Uint8Array(plain));
    return concat(this.#iv === undefined ? iv : new Uint8Array(), new Uint8Array(sealed));
  }

  async decrypt(sealed: Uint8Array): Promise<Uint8Array> {
    const from = this.#iv === undefined ? ivLength : 0;
    if (sealed.length < from) throw new DecryptionError();
    const iv = this.#iv ?? new Uint8Array(sealed.subarray(0, ivLength));
    const key = await this.#key.get();
    const text = new Uint8Array(sealed.subarray(from));
    return await opening(async () => await crypto.subtle.decrypt({ name: "AES-CBC", iv }, key, text));
  }
}
