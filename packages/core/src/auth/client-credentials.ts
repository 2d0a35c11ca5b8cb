import type { Send } from "../send/types.js";
import { type Token, type TokenRequest, TokenRefused, requestToken } from "./token-request.js";
import type { Auth, AuthCall } from "./types.js";
import { AuthFailure } from "./types.js";

/** What client credentials are exchanged with. */
export interface ClientCredentialsParts extends TokenRequest {
  readonly send: Send;
  /** The `fetch` of the moment: tests replace it after the client was built. */
  readonly fetch: () => typeof globalThis.fetch;
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
 * All calls of a client share one request to the token endpoint. Ages are taken from the monotonic clock: setting the
 * machine's clock neither renews nor outlives a token. Nothing here is enumerable, so nothing prints it.
 */
export class ClientCredentialsAuth implements Auth {
  readonly #parts: ClientCredentialsParts;
  #token: Token | undefined;
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
    const left = token === undefined ? 0 : token.expires - performance.now();
    if (token === undefined || left < this.#needed(token, call)) return header(await this.#renewed());
    if (left < Math.min(earlyMs, token.lifeMs / 2) && performance.now() >= this.#notBefore)
      // The call has a good token: what becomes of the next one is not its business.
      this.#renewed().catch(() => undefined);
    return header(token);
  }

  renew(headers: Headers): boolean {
    const token = this.#token;
    // Another call's 401 came first, and its new token is there or on its way.
    if (token === undefined || headers.get("authorization") !== header(token).authorization) return true;
    if (performance.now() - token.received < freshMs) return false;
    this.#token = undefined;
    return true;
  }

  /** A call must end before its token does; a call longer than tokens live takes one from the first half of its life. */
  #needed(token: Token, { remainingMs }: AuthCall): number {
    return Math.min(remainingMs + marginMs, token.lifeMs / 2);
  }

  /** One request for all who wait. It is nobody's own, so no caller's abort ends it. */
  #renewed(): Promise<Token> {
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #fetch(): Promise<Token> {
    // A wrong secret stays wrong: within the pause, calls are told so at once instead of waiting.
    if (this.#refused !== undefined && performance.now() < this.#notBefore) throw this.#refused;
    for (let attempt = 1; ; attempt++) {
      await sleep(this.#notBefore - performance.now());
      try {
        this.#refused = undefined;
        const token = await requestToken(this.#parts, this.#parts.send, this.#parts.fetch());
        this.#failures = 0;
        this.#notBefore = performance.now() + backoffMs[0];
        this.#token = { ...token, expires: token.expires - marginMs, lifeMs: Math.max(0, token.lifeMs - marginMs) };
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
}

function header(token: Token): { authorization: string } {
  return { authorization: `Bearer ${token.read()}` };
}

async function sleep(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
