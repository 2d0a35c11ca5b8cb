import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { type NoInput, noInputSchema } from "../../models/noInput.js";

/** How many tokens there are. */
export interface TokenCount {
  /** Tokens in the pool, at most 100,000. */
  count: number;
}

/**
 * `GET /submission/tokens?type=count`
 *
 * The documents give the query; under which name the number comes is inferred.
 */
export const countTokens = defineEndpoint<NoInput, TokenCount>({
  name: "countTokens",
  method: "GET",
  path: "/submission/tokens",
  verified: false,
  input: noInputSchema,
  output: schemaFor<TokenCount>()(() => z.strictObject({ count: z.int() })),
  errors: { 400: "A parameter is missing or wrong.", 403: "The key is missing or wrong." },
  effect: "read",
  cost: "free",
  adds: { type: "count" },
  decisive: ["count"],
  decode: countIn,
});

const names = ["count", "currentCount", "totalCount", "total"] as const;

/** The number out of the places in which the vendor's other answers have theirs. */
function countIn(body: unknown): unknown {
  const { data, summary, ...rest } = (body ?? {}) as Record<string, unknown>;
  if ("count" in rest) return withoutSuccess(body);
  for (const place of [rest, data, summary])
    for (const name of names) {
      const value = (place as Record<string, unknown> | null | undefined)?.[name];
      if (typeof value === "number") return { count: value };
    }
  return body;
}

function withoutSuccess(body: unknown): unknown {
  const { success: _, ...rest } = body as Record<string, unknown>;
  return rest;
}
