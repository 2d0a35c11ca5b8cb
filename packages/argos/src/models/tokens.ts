import { expected, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { token } from "./formats.js";

/** Tokens of the private mode: one-time passes for liveform links. */
export interface TokensInput {
  /** 1 to 500 tokens of 8 to 64 letters, digits, - _ . */
  tokenId: string[];
}

/** Counts of a request about tokens. */
export interface TokenSummary {
  /** Tokens in the request. */
  totalSubmitted?: number | undefined;
  /** Tokens in the pool now, at most 100,000. */
  currentCount?: number | undefined;
  /** Tokens that it was done for. */
  processed?: number | undefined;
  /** Tokens that it was not done for. */
  failed?: number | undefined;
}

/** What became of a request about tokens. */
export interface TokenReceipt {
  /** Whether it was done. */
  success: boolean;
  /** The vendor's words. */
  message?: string | undefined;
  /** Counts. */
  summary?: TokenSummary | undefined;
}

export const tokensInputSchema = schemaFor<TokensInput>()(() =>
  z.strictObject({ tokenId: z.array(token()).check(z.minLength(1), z.maxLength(500)) }),
);

export const tokenReceiptSchema = schemaFor<TokenReceipt>()(() =>
  z.strictObject({
    success: z.boolean(),
    message: expected(z.string()),
    summary: z.optional(
      z.strictObject({
        totalSubmitted: z.optional(z.int()),
        currentCount: z.optional(z.int()),
        processed: z.optional(z.int()),
        failed: z.optional(z.int()),
      }),
    ),
  }),
);
