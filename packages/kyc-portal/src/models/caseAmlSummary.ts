import { openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe } from "./fields.js";

/** What screening found of one kind. */
export type AmlFlag = "NoMatches" | "HasMatches" | "NA" | OtherString;

/** World-Check's findings by kind. The vendor has more kinds than are documented, for one law enforcement. */
export interface WorldCheckSummary {
  /** Politically exposed persons. */
  pep?: AmlFlag | null | undefined;
  /** Sanction lists. */
  sanctions?: AmlFlag | null | undefined;
  /** Terrorism. */
  terrorism?: AmlFlag | null | undefined;
  /** Crimes. */
  crimes?: AmlFlag | null | undefined;
  /** Special interest. */
  sic?: AmlFlag | null | undefined;
  /** Other kinds. */
  [kind: string]: unknown;
}

/** Roll-up of screening. */
export interface CaseAmlSummary {
  /** Findings of LSEG World-Check. */
  worldCheckSummary?: WorldCheckSummary | null | undefined;
  /** Findings of LexisNexis; their form is not documented. */
  lexisNexisCheckSummary?: unknown;
}

const worldCheckSummarySchema = schemaFor<WorldCheckSummary>()(() => {
  const flag = () => maybe(openEnum(z.enum(["NoMatches", "HasMatches", "NA"])));
  return z.looseObject({ pep: flag(), sanctions: flag(), terrorism: flag(), crimes: flag(), sic: flag() });
});

export const caseAmlSummarySchema = schemaFor<CaseAmlSummary>()(() =>
  z.strictObject({
    worldCheckSummary: maybe(worldCheckSummarySchema),
    lexisNexisCheckSummary: z.optional(z.unknown()),
  }),
);
