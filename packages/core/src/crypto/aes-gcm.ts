import { type Cipher, concat, DecryptionError, type KeyBytes, LazyKey, opening } from "./cipher.js";

const ivLength = 12;
const tagLength = 16;

/** How a GCM text is put together. */
export interface AesGcmOptions {
  /** Order of the parts: 12 bytes of IV, the text, 16 bytes of tag. Default `iv-ct-tag`. */
  readonly layout?: "iv-ct-tag" | "iv-tag-ct";
  /** What each text is bound to without holding it. */
  readonly associated?: Uint8Array;
}

/** AES in GCM mode: hides and proves that whoever sealed it had the key. */
export class AesGcm implements Cipher {
  readonly #key: LazyKey;
  readonly #tagFirst: boolean;
  readonly #associated: Uint8Array<ArrayBuffer>;

  constructor(key: KeyBytes, { layout = "iv-ct-tag", associated = new Uint8Array() }: AesGcmOptions = {}) {
    this.#key = new LazyKey("AES-GCM", key);
    this.#tagFirst = layout === "iv-tag-ct";
    this.#associated = new Uint8Array(associated);
  }

  async encrypt(plain: Uint8Array): Promise<Uint8Array> {
    const iv = crypto.getRandomValues(new Uint8Array(ivLength));
    const key = await this.#key.get();
    const sealed = new Uint8Array(await crypto.subtle.encrypt(this.#with(iv), key, new Uint8Array(plain)));
    const [text, tag] = [sealed.subarray(0, -tagLength), sealed.subarray(-tagLength)];
    return this.#tagFirst ? concat(iv, tag, text) : concat(iv, text, tag);
  }

  async decrypt(sealed: Uint8Array): Promise<Uint8Array> {
    if (sealed.length < ivLength + tagLength) throw new DecryptionError();
    const iv = new Uint8Array(sealed.subarray(0, ivLength));
    const rest = sealed.subarray(ivLength);
    const ordered = this.#tagFirst ? concat(rest.subarray(tagLength), rest.subarray(0, tagLength)) : concat(rest);
    const key = await this.#key.get();
    return await opening(async () => await crypto.subtle.decrypt(this.#with(iv), key, ordered));
  }

  #with(iv: Uint8Array<ArrayBuffer>): AesGcmParams {
    return { name: "AES-GCM", iv, tagLength: tagLength * 8, additionalData: this.#associated };
  }
}
