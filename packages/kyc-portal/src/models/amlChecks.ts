import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe, usual } from "./fields.js";

/** One screening match. Its names differ by provider; these were seen. */
export interface AmlCheck {
  /** Kind of the entry, as `PEP`. */
  category?: string | null | undefined;
  /** Name of the match. */
  name?: string | null | undefined;
  /** Name, as one provider calls it. */
  fullName?: string | null | undefined;
  /** Name, as one provider calls it. */
  matchedName?: string | null | undefined;
  /** Last name alone. */
  lastName?: string | null | undefined;
  /** How it matches. */
  matchType?: string | null | undefined;
  /** Kind, as one provider calls it. */
  type?: string | null | undefined;
  /** The provider's own detail. */
  [field: string]: unknown;
}

/** Every screening match of a case. Empty lists mean that there is none; a missing list means that nobody looked. */
export interface AmlChecksResponse {
  /** Matches of LSEG World-Check. */
  worldChecks?: AmlCheck[] | null | undefined;
  /** Matches of LexisNexis. */
  lexisNexisChecks?: AmlCheck[] | null | undefined;
}

/** Fields that carry a decision. */
export const amlCheckDecisions = ["worldChecks", "lexisNexisChecks"] as const;

const amlCheckSchema = schemaFor<AmlCheck>()(() =>
  z.looseObject({
    category: maybe(z.string()),
    name: maybe(z.string()),
    fullName: maybe(z.string()),
    matchedName: maybe(z.string()),
    lastName: maybe(z.string()),
    matchType: maybe(z.string()),
    type: maybe(z.string()),
  }),
);

export const amlChecksResponseSchema = schemaFor<AmlChecksResponse>()(() =>
  z
    .strictObject({ worldChecks: usual(z.array(amlCheckSchema)), lexisNexisChecks: usual(z.array(amlCheckSchema)) })
    // An answer with neither list must not pass for "no matches", whatever else it holds.
    .check(
      z.refine((checks) => Array.isArray(checks.worldChecks) || Array.isArray(checks.lexisNexisChecks), {
        when: ({ value }) => typeof value === "object" && value !== null,
      }),
    ),
);
