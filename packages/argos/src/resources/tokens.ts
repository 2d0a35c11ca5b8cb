import { type RequestOptions, Resource } from "@x/core";
import { addTokens } from "../endpoints/tokens/addTokens.js";
import { deleteTokens } from "../endpoints/tokens/deleteTokens.js";
import { getToken, type GetTokenInput, type Token } from "../endpoints/tokens/getToken.js";
import type { TokenReceipt, TokensInput } from "../models/tokens.js";

/** One-time tokens of liveform links in private mode. */
export class Tokens extends Resource {
  /**
   * Adds tokens to the pool. One that is there already is overwritten.
   *
   * @param input - 1 to 500 tokens.
   * @param options - Choices for this call alone.
   * @returns How many were taken.
   * @throws {@link ApiError} 400 when the pool of 100,000 is full.
   *
   * @example
   * await argos.tokens.add({ tokenId: ["token-0001"] });
   */
  async add(input: TokensInput, options?: RequestOptions): Promise<TokenReceipt> {
    return await this.transport.request(addTokens, input, options);
  }

  /**
   * Reads one token.
   *
   * @param input - Which one.
   * @param options - Choices for this call alone.
   * @returns The token and when it was added.
   * @throws {@link ApiError} when there is no such token; `vendorCode` is `token_not_found`.
   *
   * @example
   * const { data } = await argos.tokens.get({ tokenId: "token-0001" });
   */
  async get(input: GetTokenInput, options?: RequestOptions): Promise<Token> {
    return await this.transport.request(getToken, input, options);
  }

  /**
   * Removes tokens from the pool.
   *
   * @param input - 1 to 500 tokens.
   * @param options - Choices for this call alone.
   * @returns How many were removed.
   * @throws {@link ApiError} when ARGOS refuses.
   *
   * @example
   * await argos.tokens.delete({ tokenId: ["token-0001"] });
   */
  async delete(input: TokensInput, options?: RequestOptions): Promise<TokenReceipt> {
    return await this.transport.request(deleteTokens, input, options);
  }
}
