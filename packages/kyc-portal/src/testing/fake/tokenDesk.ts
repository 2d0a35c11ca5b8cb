import { type Clock, FakeRefusal } from "@x/core/testing";

/** The fake's token endpoint. */
export class TokenDesk {
  readonly #expires = new Map<string, number>();
  readonly #clock: Clock;
  readonly #clientId: string;
  readonly #clientSecret: string;
  readonly #seconds: number;

  constructor(clock: Clock, options: { clientId?: string; clientSecret?: string; tokenSeconds?: number }) {
    this.#clock = clock;
    this.#clientId = options.clientId ?? "test-client";
    this.#clientSecret = options.clientSecret ?? "test-secret";
    this.#seconds = options.tokenSeconds ?? 600;
  }

  /** Exchanges a credential. */
  issue(input: { grant_type: string; client_id: string; client_secret: string }): unknown {
    if (input.grant_type !== "client_credentials") throw new FakeRefusal(400, { error: "unsupported_grant_type" });
    if (input.client_id !== this.#clientId || input.client_secret !== this.#clientSecret)
      throw new FakeRefusal(400, { error: "invalid_client" });
    const access_token = `fake-token-${this.#expires.size + 1}-${crypto.randomUUID()}`;
    this.#expires.set(access_token, this.#clock.now() + this.#seconds * 1000);
    return { access_token, token_type: "Bearer", expires_in: this.#seconds, scope: "PublicApi" };
  }

  /** Whether a request carries a token that still lives. */
  authorizes(request: Request): boolean {
    const [, token = ""] = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    return (this.#expires.get(token) ?? 0) > this.#clock.now();
  }

  /** Ends every token that was issued. */
  revoke(): void {
    for (const token of this.#expires.keys()) this.#expires.set(token, 0);
  }

  /** A credential in a Basic header is moved to where the form has it. */
  async asForm(request: Request): Promise<Request> {
    const [, basic] = /^Basic (\S+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    if (basic === undefined || new URL(request.url).pathname !== "/connect/token") return request;
    const [client_id = "", client_secret = ""] = atob(basic).split(":");
    const form = new URLSearchParams(await request.text());
    // Both ways at once is neither.
    if (form.has("client_secret")) return new Request(request.url, { method: "POST", body: "grant_type=none" });
    form.set("client_id", client_id);
    form.set("client_secret", client_secret);
    return new Request(request.url, { method: "POST", body: form });
  }
}
