const encoder = new TextEncoder();

/** What is used of `node:crypto`, where the runtime has it: Web Crypto only answers through a thread pool. */
interface NativeCrypto {
  createSecretKey(key: Uint8Array): object;
  createHmac(name: string, key: object): { update(text: string): { digest(): Uint8Array } };
  /** A digest in one call; runtimes that only imitate Node may lack it. */
  hash?(name: string, text: string, form: "buffer"): Uint8Array;
  createHash(name: string): { update(text: string): { digest(form: "hex"): string } };
}

let native: { readonly crypto: NativeCrypto | undefined } | undefined;

function nativeCrypto(): NativeCrypto | undefined {
  native ??= { crypto: askForCrypto() };
  return native.crypto;
}

function askForCrypto(): NativeCrypto | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const found = process?.getBuiltinModule?.("node:crypto") as Partial<NativeCrypto> | undefined;
  return typeof found?.createHmac === "function" ? (found as NativeCrypto) : undefined;
}

/** HMAC-SHA-256 of texts under one key. At once where the runtime can. */
export class Mac {
  readonly #key: Uint8Array<ArrayBuffer>;
  #imported: Promise<CryptoKey> | undefined;
  #native: object | undefined;

  constructor(key: Uint8Array<ArrayBuffer>) {
    this.#key = key;
  }

  of(text: string): Uint8Array | Promise<Uint8Array> {
    const fast = nativeCrypto();
    if (fast === undefined) return this.#slow(text);
    this.#native ??= fast.createSecretKey(this.#key);
    return fast.createHmac("sha256", this.#native).update(text).digest();
  }

  async #slow(text: string): Promise<Uint8Array> {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    this.#imported ??= crypto.subtle.importKey("raw", this.#key, algorithm, false, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign("HMAC", await this.#imported, encoder.encode(text)));
  }
}

let processKey: { readonly mac: Mac; readonly text: string } | undefined;

/**
 * What is compared instead of secrets: digests under a key that lives as long as the process. Nobody sees one, and their
 * bytes tell nothing about a secret.
 */
function blind(secret: string): Uint8Array | Promise<Uint8Array> {
  if (processKey === undefined) {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    processKey = {
      mac: new Mac(bytes),
      // ASCII takes the short way into a digest.
      text: Array.from(bytes, (byte) => String.fromCharCode(64 + (byte & 63))).join(""),
    };
  }
  // An HMAC costs three times as much, and what it is for, a digest that is handed out, does not happen here.
  return nativeCrypto()?.hash?.("sha256", processKey.text + secret, "buffer") ?? processKey.mac.of(secret);
}

/** Secrets of which one is right: the old and the new one while they change. */
export class SecretSet {
  readonly #secrets: readonly string[];
  #macs: readonly Uint8Array[] | undefined;

  constructor(secrets: readonly string[]) {
    this.#secrets = secrets;
  }

  /** Compares with all of them, in a time that depends on none. */
  has(given: string | null | undefined): boolean | Promise<boolean> {
    const other = blind(given ?? "");
    if (this.#macs === undefined || other instanceof Promise) return this.#first(given, other);
    return this.#compare(given, this.#macs, other);
  }

  async #first(given: string | null | undefined, other: Uint8Array | Promise<Uint8Array>): Promise<boolean> {
    this.#macs ??= await Promise.all(this.#secrets.map(async (one) => await blind(one)));
    return this.#compare(given, this.#macs, await other);
  }

  #compare(given: string | null | undefined, macs: readonly Uint8Array[], other: Uint8Array): boolean {
    let found = 0;
    for (const one of macs) found |= Number(areEqual(one, other));
    return typeof given === "string" && found === 1;
  }
}

/** Compares bytes of equal length in a time that does not depend on where they differ. */
export function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  let differing = one.length ^ other.length;
  for (let at = 0; at < one.length; at++) differing |= (one[at] ?? 0) ^ (other[at] ?? 0);
  return differing === 0;
}

/** SHA-256 of a text, in hexadecimal digits. At once where the runtime can. */
export function sha256(text: string): string | Promise<string> {
  const fast = nativeCrypto();
  return fast === undefined ? slowSha256(text) : fast.createHash("sha256").update(text).digest("hex");
}

async function slowSha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
