import { defineEndpoint, expected, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { token } from "../../models/formats.js";

/** Which token to read, or how many there are. */
export interface GetTokenInput {
  /** Token to read. */
  tokenId: string;
}

/** What is kept of a token. */
export interface TokenData {
  /** The token. */
  tokenId?: string | undefined;
  /** When it was added. */
  updateTime?: string | undefined;
}

/** A token of the private mode. */
export interface Token {
  /** Whether it is there. */
  success: boolean;
  /** The token. */
  tokenId?: string | undefined;
  /** What is kept of it. */
  data?: TokenData | undefined;
}

/** `GET /submission/tokens` */
export const getToken = defineEndpoint<GetTokenInput, Token>({
  name: "getToken",
  method: "GET",
  path: "/submission/tokens",
  input: schemaFor<GetTokenInput>()(() => z.strictObject({ tokenId: token() })),
  output: schemaFor<Token>()(() =>
    z.strictObject({
      success: z.boolean(),
      tokenId: expected(z.string()),
      data: expected(z.strictObject({ tokenId: expected(z.string()), updateTime: expected(z.string()) })),
    }),
  ),
  errors: { 400: "There is no such token.", 403: "The key is missing or wrong.", 404: "There is no such token." },
  effect: "read",
  cost: "free",
  decisive: ["success"],
});
