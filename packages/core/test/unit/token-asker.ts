import { requestToken, type Token, type TokenRequest } from "../../src/auth/token-request.js";
import { AuthFailure } from "../../src/auth/types.js";
import type { SdkError } from "../../src/errors/sdk-error.js";

export const asked: TokenRequest = {
  tokenUrl: "https://vendor.test/connect/token",
  clientId: "client-1",
  clientSecret: "s3cret",
  scope: "Api",
  audience: "Things",
  authentication: "body",
  tokenSeconds: 600,
};

/** How a token endpoint answers. */
export type Answer = () => Response | Promise<Response>;

export async function ask(answer: Answer, request: Partial<TokenRequest> = {}): Promise<Token> {
  return await requestToken({ ...asked, ...request }, async () => await answer(), globalThis.fetch);
}

export const facts = { vendor: "vendor", operation: "createThing", attempts: 0, elapsedMs: 0 };

/** What the call that needed the token would throw. */
export async function failure(answer: Answer): Promise<SdkError & { readonly failure: AuthFailure }> {
  const error: unknown = await ask(answer).catch((reason: unknown) => reason);
  if (!(error instanceof AuthFailure)) throw new Error(`no failure of the credential: ${String(error)}`);
  return Object.assign(error.describe(facts), { failure: error });
}
