import { defineEndpoint } from "@x/core";
import { type TokenReceipt, tokenReceiptSchema, type TokensInput, tokensInputSchema } from "../../models/tokens.js";

/** `POST /submission/tokens` */
export const addTokens = defineEndpoint<TokensInput, TokenReceipt>({
  name: "addTokens",
  method: "POST",
  path: "/submission/tokens",
  input: tokensInputSchema,
  output: tokenReceiptSchema,
  errors: {
    400: "A token has another form, or the pool of 100,000 is full; vendorCode says which kind.",
    403: "The key is missing or wrong.",
  },
  // An id that is there already is overwritten.
  effect: "replace",
  cost: "free",
  decisive: ["success"],
});
