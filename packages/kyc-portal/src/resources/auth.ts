import { type RequestOptions, Resource } from "@x/core";
import { type BearerToken, getToken, type GetTokenInput } from "../endpoints/auth/getToken.js";

/** Tokens. The client fetches, keeps and renews its own: this is for checking a credential, or for another program. */
export class Auth extends Resource {
  /**
   * Exchanges a credential for a token. The client itself does not need it.
   *
   * @param input - The credential.
   * @param options - Choices for this call alone.
   * @returns The token, which lives for ten minutes.
   * @throws {@link ApiError} 400 or 401 when the credential is refused.
   *
   * @example
   * const { expires_in } = await portal.auth.getToken({
   *   grant_type: "client_credentials",
   *   client_id: clientId,
   *   client_secret: clientSecret,
   *   scope: "PublicApi",
   * });
   */
  async getToken(input: GetTokenInput, options?: RequestOptions): Promise<BearerToken> {
    return await this.transport.request(getToken, input, options);
  }
}
