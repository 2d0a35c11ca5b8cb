import { type Cipher, concat, DecryptionError, type KeyBytes, LazyKey, opening } from "./cipher.js";

const block = 16;
const zero = /* @__PURE__ */ new Uint8Array(block);

/**
 * AES in ECB mode with PKCS#7 padding, for vendors that use it.
 *
 * It hides and does not prove: blocks of two messages can be put together into a third without the key. WebCrypto has no
 * ECB, so it is made of CBC: one call for each block when sealing, two calls for the whole text when opening.
 */
export class AesEcb implements Cipher {
  readonly #key: LazyKey;

  constructor(key: KeyBytes) {
    this.#key = new LazyKey("AES-CBC", key);
  }

  async encrypt(plain: Uint8Array): Promise<Uint8Array> {
    const padded = pad(plain);
    const key = await this.#key.get();
    const sealed = new Uint8Array(padded.length);
    // A batch at a time: a promise for each block of a long text would weigh more than the text.
    for (let from = 0; from < padded.length; from += block * 1024) {
      const starts = Array.from({ length: Math.min(1024, (padded.length - from) / block) }, (_, n) => from + n * block);
      const blocks = await Promise.all(starts.map(async (at) => await one(key, padded.subarray(at, at + block))));
      blocks.forEach((bytes, n) => sealed.set(bytes, from + n * block));
    }
    return sealed;
  }

  async decrypt(sealed: Uint8Array): Promise<Uint8Array> {
    if (sealed.length === 0 || sealed.length % block !== 0) throw new DecryptionError();
    const key = await this.#key.get();
    // CBC wants a last block that opens to padding: the encryption of nothing after the last block is one.
    const last = new Uint8Array(sealed.subarray(-block));
    const chained = await opening(async () => {
      const end = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv: last }, key, new Uint8Array()));
      return await crypto.subtle.decrypt({ name: "AES-CBC", iv: zero }, key, concat(sealed, end));
    });
    // CBC has mixed each block with the sealed one before it; mixing again takes that away.
    for (let at = block; at < chained.length; at++) chained[at] = (chained[at] ?? 0) ^ (sealed[at - block] ?? 0);
    return unpad(chained);
  }
}

async function one(key: CryptoKey, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const chained = await crypto.subtle.encrypt({ name: "AES-CBC", iv: zero }, key, plain);
  return new Uint8Array(chained, 0, block);
}

function pad(plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const missing = block - (plain.length % block);
  return concat(plain, new Uint8Array(missing).fill(missing));
}

/** Looks at the whole last block whatever it holds. */
function unpad(padded: Uint8Array): Uint8Array {
  const missing = padded.at(-1) ?? 0;
  let wrong = missing === 0 || missing > block ? 1 : 0;
  for (let back = 1; back <= block; back++) wrong |= back <= missing ? (padded.at(-back) ?? 0) ^ missing : 0;
  if (wrong !== 0) throw new DecryptionError();
  return padded.subarray(0, padded.length - missing);
}
