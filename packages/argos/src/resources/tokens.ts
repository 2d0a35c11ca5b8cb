import { type Paged, type RequestOptions, Resource } from "@x/core";
import { addTokens } from "../endpoints/tokens/addTokens.js";
import { countTokens, type TokenCount } from "../endpoints/tokens/countTokens.js";
import { deleteTokens } from "../endpoints/tokens/deleteTokens.js";
import { getToken, type GetTokenInput, type Token, type TokenData } from "../endpoints/tokens/getToken.js";
import { listTokens, type ListTokensInput, type TokenPage, tokenPages } from "../endpoints/tokens/listTokens.js";
import type { NoInput } from "../models/noInput.js";
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
   * Reads one page of the pool, 10,000 tokens at most. `listAll` goes on by itself.
   *
   * @param input - From which page.
   * @param options - Choices for this call alone.
   * @returns The page; where the tokens stand in the answer is inferred.
   * @throws {@link ApiError} when ARGOS refuses.
   *
   * @example
   * const { items } = await argos.tokens.list();
   */
  async list(input: ListTokensInput = {}, options?: RequestOptions): Promise<TokenPage> {
    return await this.transport.request(listTokens, input, options);
  }

  /**
   * Reads every token of the pool.
   *
   * @param options - Choices for each page's call.
   * @returns Tokens for `for await`, or `.pages()`, or `.toArray({ limit })`.
   * @throws {@link ApiError} while it is read, when ARGOS refuses a page.
   *
   * @example
   * for await (const { tokenId } of argos.tokens.listAll()) console.log(tokenId);
   */
  listAll(options?: RequestOptions): Paged<TokenData> {
    return this.transport.pages(listTokens, {}, tokenPages, options);
  }

  /**
   * Counts the tokens of the pool, which holds 100,000.
   *
   * @param input - Nothing to choose.
   * @param options - Choices for this call alone.
   * @returns The number; under which name it comes is inferred.
   * @throws {@link ApiError} when ARGOS refuses.
   *
   * @example
   * const { count } = await argos.tokens.count();
   */
  async count(input: NoInput = {}, options?: RequestOptions): Promise<TokenCount> {
    return await this.transport.request(countTokens, input, options);
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
