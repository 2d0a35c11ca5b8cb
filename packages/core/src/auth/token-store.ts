import { fromBase64, toBase64 } from "../base64.js";
import { AesGcm } from "../crypto/aes-gcm.js";
import { toHex } from "../crypto/hex.js";
import { pause } from "../reconcile.js";
import { digest } from "../digest.js";
import { Reachable } from "../store/reachable.js";
import type { Store } from "../store/types.js";
import { type Token, type TokenRequest, TokenRefused } from "./token-request.js";

/** A process that died with the right to ask loses it after this long. */
const lockMs = 10_000;
/** After a failure nobody asks for so long, whoever failed. */
const restMs = 1000;

interface Names {
  readonly token: string;
  readonly lock: string;
}

/**
 * Tokens that all processes of a credential share through a store: one asks for a token, the others read it.
 *
 * What lies in the store is sealed with a key made of the client secret: whoever reads the store gets no token. Machines
 * should agree on the time to a few seconds. With the store away each process has a token of its own.
 *
 * @example
 * const tokenStore = new TokenStore(new RedisStore(redis));
 */
export class TokenStore {
  readonly #store: Store;
  readonly #onStoreError: (error: unknown) => void;

  /**
   * @param store - Where they lie.
   * @param options - `onStoreError` is told what the store threw; it must not throw.
   */
  constructor(store: Store, options: { readonly onStoreError?: (error: unknown) => void } = {}) {
    this.#store = store;
    this.#onStoreError = options.onStoreError ?? (() => undefined);
  }

  /**
   * The tokens of one credential.
   *
   * @hidden
   */
  of(request: TokenRequest): SharedTokens {
    return new SharedTokens(this.#store, request, this.#onStoreError);
  }
}

/** The tokens of one credential. */
export class SharedTokens {
  readonly #store: Reachable;
  readonly #names: Promise<Names>;
  readonly #cipher: AesGcm;

  constructor(store: Store, request: TokenRequest, onStoreError: (error: unknown) => void) {
    const { tokenUrl, clientId, clientSecret, scope, audience } = request;
    const derive = async (use: string): Promise<Uint8Array> =>
      await digest(use, tokenUrl, clientId, clientSecret, scope, audience);
    this.#store = new Reachable(store, onStoreError);
    this.#cipher = new AesGcm(async () => await derive("key"));
    this.#names = derive("name").then((bytes) => {
      const name = toHex(bytes);
      return { token: `token:${name}`, lock: `token-lock:${name}` };
    });
    // Where the runtime has no WebCrypto, the first use says so.
    this.#names.catch(() => undefined);
  }

  /** The stored token, if it is good enough. */
  async find(isEnough: (token: Token) => boolean): Promise<Token | undefined> {
    const { token } = await this.#names;
    const found = await this.#store.ask(async (store) => await this.#open(await store.get(token)));
    return found?.token !== undefined && isEnough(found.token) ? found.token : undefined;
  }

  /** The stored token if it is good enough, otherwise a new one, which one of all processes asks for. */
  async get(isEnough: (token: Token) => boolean, make: () => Promise<Token>): Promise<Token> {
    const names = await this.#names;
    const owner = crypto.randomUUID();
    const patientUntil = performance.now() + 2 * lockMs;
    for (let waitMs = 20; performance.now() < patientUntil; waitMs = Math.min(waitMs * 2, 250)) {
      const found = await this.find(isEnough);
      if (found !== undefined) return found;
      const isMine = await this.#store.ask(async (store) => await store.putIfAbsent(names.lock, owner, lockMs));
      if (isMine === undefined) break;
      if (isMine) return await this.#make(names, owner, isEnough, make);
      await pause(waitMs);
    }
    return await make();
  }

  async #make(
    names: Names,
    owner: string,
    isEnough: (token: Token) => boolean,
    make: () => Promise<Token>,
  ): Promise<Token> {
    // Somebody may have made one between the look and the lock.
    const before = await this.#store.ask(async (store) => await this.#open(await store.get(names.token)));
    let token = before?.token;
    try {
      if (token === undefined || !isEnough(token)) {
        token = await make();
        await this.#write(names.token, before?.text, token);
      }
    } catch (error) {
      const isFinal = error instanceof TokenRefused && error.isFinal;
      await this.#store.ask(async (store) =>
        isFinal ? await store.delete(names.lock, owner) : await store.compareAndSet(names.lock, owner, owner, restMs),
      );
      throw error;
    }
    await this.#store.ask(async (store) => await store.delete(names.lock, owner));
    return token;
  }

  async #write(name: string, before: string | undefined, token: Token): Promise<void> {
    const text = await this.#seal(token);
    const ttlMs = Math.max(1, token.expires - performance.now());
    await this.#store.ask(async (store) => {
      if (before !== undefined && (await store.compareAndSet(name, before, text, ttlMs))) return true;
      if (await store.putIfAbsent(name, text, ttlMs)) return true;
      await store.delete(name);
      return await store.putIfAbsent(name, text, ttlMs);
    });
  }

  async #seal(token: Token): Promise<string> {
    const ends = Date.now() + token.expires - performance.now();
    const plain = JSON.stringify([token.read(), ends, token.lifeMs]);
    return toBase64(await this.#cipher.encrypt(new TextEncoder().encode(plain)));
  }

  /** What was written with another secret, or by somebody else, counts as nothing. */
  async #open(text: string | undefined): Promise<{ text?: string; token?: Token }> {
    if (text === undefined) return {};
    const sealed = fromBase64(text);
    const plain = sealed && (await this.#cipher.decrypt(sealed).catch(() => undefined));
    if (plain === undefined) return { text };
    const [secret, ends, lifeMs] = JSON.parse(new TextDecoder().decode(plain)) as [string, number, number];
    // A clock that is behind must not make a token older than it can get.
    const expires = performance.now() + Math.min(ends - Date.now(), lifeMs);
    return { text, token: { read: () => secret, received: expires - lifeMs, expires, lifeMs } };
  }
}
