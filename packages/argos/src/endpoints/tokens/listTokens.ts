import { byCursor, defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import { rule } from "../../models/rules.js";
import type { TokenData } from "./getToken.js";

/** Which page of tokens to read; the first one with nothing given. */
export interface ListTokensInput {
  /** `nextPageKeyId` of the page before, as it came. Goes with `nextPageKeyTime`. */
  nextPageKeyId?: string | undefined;
  /** `nextPageKeyTime` of the page before, as it came. Goes with `nextPageKeyId`. */
  nextPageKeyTime?: string | undefined;
}

/** One page of at most 10,000 tokens. */
export interface TokenPage {
  /** Tokens of this page. */
  items: TokenData[];
  /** First part of what names the next page; absent on the last. */
  nextPageKeyId?: string | undefined;
  /** Second part of it. */
  nextPageKeyTime?: string | undefined;
}

/**
 * `GET /submission/tokens` without a token
 *
 * The documents give the size of a page and the names of the key; where the tokens stand in the answer is inferred.
 */
export const listTokens = defineEndpoint<ListTokensInput, TokenPage>({
  name: "listTokens",
  method: "GET",
  path: "/submission/tokens",
  verified: false,
  input: schemaFor<ListTokensInput>()(() =>
    z
      .strictObject({ nextPageKeyId: z.optional(text()), nextPageKeyTime: z.optional(text()) })
      .check(
        rule(
          (input) => (input.nextPageKeyId === undefined) === (input.nextPageKeyTime === undefined),
          "nextPageKeyId",
          "nextPageKeyId and nextPageKeyTime together",
        ),
      ),
  ),
  output: schemaFor<TokenPage>()(() =>
    z.strictObject({
      items: z.array(z.strictObject({ tokenId: z.optional(z.string()), updateTime: z.optional(z.string()) })),
      nextPageKeyId: z.optional(z.string()),
      nextPageKeyTime: z.optional(z.string()),
    }),
  ),
  errors: { 400: "A parameter is missing or wrong.", 403: "The key is missing or wrong." },
  effect: "read",
  cost: "free",
  decode: pageIn,
});

/** How a list goes on: by both parts of the key, as they came, until a page names none. */
export const tokenPages = byCursor<ListTokensInput, TokenPage, TokenData>(
  (page) => page.items,
  ({ nextPageKeyId, nextPageKeyTime }) =>
    nextPageKeyId === undefined || nextPageKeyTime === undefined ? undefined : { nextPageKeyId, nextPageKeyTime },
  ["nextPageKeyId", "nextPageKeyTime"],
);

/** The page out of whatever it was put into; one token is answered with its `data` as an object, so a list may be there. */
function pageIn(body: unknown): unknown {
  if (typeof body !== "object" || body === null) return body;
  const { success: _, data, tokens, Items, ...rest } = body as Record<string, unknown>;
  if ("items" in rest) return body;
  const items = [data, tokens, Items].find((one) => Array.isArray(one));
  return items === undefined ? body : { ...rest, items };
}
