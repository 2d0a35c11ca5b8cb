import { expect } from "vitest";
import { ClientCredentialsAuth } from "../../src/auth/client-credentials.js";
import { asked } from "./token-asker.js";

/** In milliseconds. */
export const second = 1000;

/** A credential whose token endpoint answers as told, and the times at which that was asked. */
export class TokenDesk {
  readonly times: number[] = [];
  answer = (): Response => this.token(600);
  readonly #began = performance.now();
  readonly auth = new ClientCredentialsAuth({
    ...asked,
    send: async () => {
      this.times.push(performance.now() - this.#began);
      return this.answer();
    },
    fetch: () => globalThis.fetch,
  });

  token(expires_in: number): Response {
    return Response.json({ access_token: `token-${this.times.length}`, expires_in });
  }

  /** The token that a call with so much time left goes out with. */
  async call(remainingMs = 30 * second): Promise<string | undefined> {
    const headers = await this.auth.headers({ remainingMs, signal: new AbortController().signal });
    return headers["authorization"];
  }

  async failing(): Promise<unknown> {
    return await this.call().then(
      () => expect.unreachable("it did not fail"),
      (error: unknown) => error,
    );
  }
}
