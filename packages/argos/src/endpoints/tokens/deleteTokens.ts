import { defineEndpoint } from "@x/core";
import { type TokenReceipt, tokenReceiptSchema, type TokensInput, tokensInputSchema } from "../../models/tokens.js";

/** `DELETE /submission/tokens`. The ids stand in a body, which few APIs read of a DELETE; inferred from the vendor's page. */
export const deleteTokens = defineEndpoint<TokensInput, TokenReceipt>({
  name: "deleteTokens",
  method: "DELETE",
  path: "/submission/tokens",
  input: tokensInputSchema,
  output: tokenReceiptSchema,
  errors: { 400: "A token is not known; vendorCode says which kind.", 403: "The key is missing or wrong." },
  effect: "replace",
  cost: "free",
  verified: false,
  encoding: "json",
  decisive: ["success"],
});
