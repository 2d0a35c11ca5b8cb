import * as z from "zod/mini";
import { type TokenClientOptions, tokenTransport } from "../../src/configure.js";
import { defineEndpoint, type Endpoint } from "../../src/endpoint.js";
import { schemaFor } from "../../src/schema.js";
import { sendWithFetch } from "../../src/send/fetch.js";
import type { Transport } from "../../src/transport.js";

export const secret = "s3cret-of-the-client";

const facts = {
  method: "GET",
  path: "/things",
  input: schemaFor<unknown>()(() => z.unknown()),
  output: schemaFor<unknown>()(() => z.unknown()),
  errors: {},
  cost: "free",
} as const;
export const read: Endpoint<unknown, unknown> = defineEndpoint({ ...facts, name: "readThings", effect: "read" });
export const longSearch: Endpoint<unknown, unknown> = defineEndpoint({
  ...facts,
  name: "searchThings",
  effect: "read",
  timeout: 180_000,
});
export const create: Endpoint<unknown, unknown> = defineEndpoint({
  ...facts,
  name: "createThing",
  method: "POST",
  effect: "create",
  cost: "billed",
});

/** A vendor with a token endpoint: what it saw, and what it does next. */
export class TokenVendor {
  readonly tokenRequests: { at: number; form: Record<string, string>; authorization: string | null }[] = [];
  readonly calls: { at: number; token: string }[] = [];
  /** Answers the token endpoint; by default with a token that is as old as the number of requests. */
  onToken: () => Response | Promise<Response> = () => this.token();
  /** Answers a call. */
  onCall: (token: string) => Response | Promise<Response> = () => Response.json({ ok: true });

  token(expires_in: unknown = 600): Response {
    return Response.json({ access_token: `token-${this.tokenRequests.length}`, token_type: "Bearer", expires_in });
  }

  readonly answer = async (request: Request): Promise<Response> => {
    const at = performance.now();
    const authorization = request.headers.get("authorization");
    if (new URL(request.url).pathname !== "/connect/token") {
      const token = authorization?.replace("Bearer ", "") ?? "";
      this.calls.push({ at, token });
      return await this.onCall(token);
    }
    const form = Object.fromEntries(new URLSearchParams(await request.text()));
    this.tokenRequests.push({ at, form, authorization });
    return await this.onToken();
  };

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await this.answer(new Request(input, init));
    if (response.type === "error") throw new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } });
    return response;
  };

  connect(options: Partial<TokenClientOptions> = {}): Transport {
    return tokenTransport(
      {
        vendor: "vendor",
        environments: { sandbox: "https://vendor.test" },
        tokenPath: "/connect/token",
        scope: "Api",
        audience: "Api",
        tokenSeconds: 600,
        readRefusal: () => ({}),
      },
      {
        environment: "sandbox",
        clientId: "client-1",
        clientSecret: secret,
        fetch: this.fetch,
        send: sendWithFetch,
        ...options,
      },
    );
  }
}
