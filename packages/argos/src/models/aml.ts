import { openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** Risk of an AML finding; documents and samples disagree about capitals. */
export type AmlRisk = "Not Screened" | "High" | "Medium" | "Low" | "HIGH" | "MEDIUM" | "LOW";

/** One entry of a list that may be the applicant. */
export interface AmlMatch {
  /** How grave it is. */
  risk_level?: AmlRisk | OtherString | undefined;
  /** Id of the finding; older projects read the report by it. */
  argos_number?: string | undefined;
  /** What `aml.getReport` takes. */
  resource_id?: string | undefined;
  /** How well it fits; number or text, not documented. */
  score?: number | string | undefined;
  /** Kinds of risk; form not documented. */
  risk_icons?: unknown;
}

/** The AML screening, which follows an approval only. */
export interface Aml {
  /** The screening's own data, as they came. */
  raw_data?: unknown;
  /** Highest risk found. */
  risk_level_summary?: AmlRisk | OtherString | undefined;
  /** `Red Flag` when a list may hold the applicant. */
  currentstatus?: "Not Screened" | "Red Flag" | OtherString | undefined;
  /** Findings; only with `Red Flag`. */
  matches?: AmlMatch[] | undefined;
}

const risk = () => openEnum(z.enum(["Not Screened", "High", "Medium", "Low", "HIGH", "MEDIUM", "LOW"]));

const amlMatchSchema = schemaFor<AmlMatch>()(() =>
  z.strictObject({
    risk_level: z.optional(risk()),
    argos_number: z.optional(z.string()),
    resource_id: z.optional(z.string()),
    score: z.optional(z.union([z.number(), z.string()])),
    risk_icons: z.optional(z.unknown()),
  }),
);

export const amlSchema = schemaFor<Aml>()(() =>
  z.strictObject({
    raw_data: z.optional(z.unknown()),
    risk_level_summary: z.optional(risk()),
    // Other words for a clean result are likely, and none is documented.
    currentstatus: z.optional(z.string() as unknown as z.core.$ZodType<"Not Screened" | "Red Flag" | OtherString>),
    matches: z.optional(z.array(amlMatchSchema)),
  }),
);
