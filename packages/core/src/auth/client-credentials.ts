import type { Send } from "../send/types.js";
import type { SharedTokens } from "./token-store.js";
import { type Token, type TokenRequest, TokenRefused, requestToken } from "./token-request.js";
import type { Auth, AuthCall } from "./types.js";
import { AuthFailure } from "./types.js";

/** What client credentials are exchanged with. */
export interface ClientCredentialsParts extends TokenRequest {
  readonly send: Send;
  /** The `fetch` of the moment: tests replace it after the client was built. */
  readonly fetch: () => typeof globalThis.fetch;
  /**
   * Where several processes share their tokens.
   *
   * @hidden
   */
  readonly shared?: SharedTokens | undefined;
}

/** A token's last seconds are not relied on: it has to arrive as well. */
const marginMs = 10_000;
/** Below this much life a token is renewed while it is still used. */
const earlyMs = 120_000;
/** A token refused this soon after it was made is not refused for its age: another would be as well. */
const freshMs = 5000;
/** Between two requests to the token endpoint after a failure; the last repeats. */
const backoffMs = [1000, 2000, 4000] as const;
/** Requests in a row that one wait for a token is worth. */
const attempts = 3;

/**
 * OAuth client credentials: fetches tokens, keeps one, and renews it before it runs out.
 *
 * All calls of a client share one request to the token endpoint; with a store, all processes do. Ages are taken from the monotonic clock: setting the
 * machine's clock neither renews nor outlives a token. Nothing here is enumerable, so nothing prints it.
 */
export class ClientCredentialsAuth implements Auth {
  readonly #parts: ClientCredentialsParts;
  #token: Token | undefined;
  /** What the vendor answered with 401: a store may still offer it. */
  #unwanted: string | undefined;
  #fetching: Promise<Token> | undefined;
  /** When the token endpoint may be asked again. */
  #notBefore = 0;
  #failures = 0;
  #refused: AuthFailure | undefined;

  constructor(parts: ClientCredentialsParts) {
    this.#parts = parts;
  }

  async headers(call: AuthCall): Promise<Record<string, string>> {
    const token = this.#token;
    if (token === undefined || !lasts(token, needed(token, call))) {
      const renewed = await this.#renewed(call);
      if (this.#parts.shared === undefined || lasts(renewed, needed(renewed, call))) return header(renewed);
      // It was found in the store for a call that is shorter than this one.
      return header(await this.#renewed(call));
    }
    if (!lasts(token, early(token)) && performance.now() >= this.#notBefore)
      // The call has a good token: what becomes of the next one is not its business.
      this.#renewed(call).catch(() => undefined);
    return header(token);
  }

  renew(headers: Headers): boolean {
    const token = this.#token;
    // Another call's 401 came first, and its new token is there or on its way.
    if (token === undefined || headers.get("authorization") !== header(token).authorization) return true;
    if (performance.now() - token.received < freshMs) return false;
    this.#unwanted = token.read();
    this.#token = undefined;
    return true;
  }

  /** One request for all who wait. It is nobody's own, so no caller's abort ends it. */
  #renewed(call: AuthCall): Promise<Token> {
    this.#fetching ??= this.#fetch(call).finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #fetch(call: AuthCall): Promise<Token> {
    // A wrong secret stays wrong: within the pause, calls are told so at once instead of waiting.
    if (this.#refused !== undefined && performance.now() < this.#notBefore) throw this.#refused;
    const { shared } = this.#parts;
    const isEnough = (token: Token): boolean =>
      token.read() !== this.#unwanted && lasts(token, Math.max(needed(token, call), early(token)));
    for (let attempt = 1; ; attempt++) {
      const waitMs = this.#notBefore - performance.now();
      // While this process has to wait, another may have got one.
      if (waitMs > 0) this.#token = (await shared?.find(isEnough)) ?? this.#token;
      if (this.#token !== undefined && isEnough(this.#token)) return this.#token;
      await sleep(waitMs);
      try {
        this.#refused = undefined;
        const make = async (): Promise<Token> => await this.#request();
        this.#token = await (shared === undefined ? make() : shared.get(isEnough, make));
        return this.#token;
      } catch (error) {
        const pause = backoffMs[Math.min(this.#failures, backoffMs.length - 1)] ?? 1000;
        this.#failures++;
        const refused = error instanceof TokenRefused ? error : undefined;
        this.#notBefore = performance.now() + Math.max(pause, refused?.retryAfterMs ?? 0);
        if (!(error instanceof AuthFailure)) throw error;
        if (refused?.isFinal === true) this.#refused = error;
        if (refused?.isFinal === true || attempt >= attempts) throw error;
      }
    }
  }

  async #request(): Promise<Token> {
    const token = await requestToken(this.#parts, this.#parts.send, this.#parts.fetch());
    this.#failures = 0;
    this.#notBefore = performance.now() + backoffMs[0];
    return { ...token, expires: token.expires - marginMs, lifeMs: Math.max(0, token.lifeMs - marginMs) };
  }
}

/** A call must end before its token does; a call longer than tokens live takes one from the first half of its life. */
function needed({ lifeMs }: Token, { remainingMs }: AuthCall): number {
  return Math.min(remainingMs + marginMs, lifeMs / 2);
}

/** With less life than this a token is renewed while it is still used. */
function early({ lifeMs }: Token): number {
  return Math.min(earlyMs, lifeMs / 2);
}

function lasts(token: Token, ms: number): boolean {
  return token.expires - performance.now() >= ms;
}

function header(token: Token): { authorization: string } {
  return { authorization: `Bearer ${token.read()}` };
}

async function sleep(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
