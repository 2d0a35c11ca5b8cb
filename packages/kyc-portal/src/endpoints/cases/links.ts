import { defineEndpoint, type Endpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { type Extra, extraField, spread } from "../../models/extra.js";
import { text } from "../../models/formats.js";
import { id, undocumentedSchema } from "../../models/ids.js";
import { statuses } from "../statuses.js";
import type { CaseSegment } from "./segment.js";

/** Two cases to link. The names of the body are inferred. */
export interface LinkCaseInput extends Extra {
  /** Case that gets the link. */
  parentCaseCommonId: number;
  /** Case that is linked to it. */
  caseCommonId: number;
  /** Kind of the association. The vendor lists the kinds on its own page alone. */
  associationType?: string | undefined;
  /** Role of the linked party. */
  role?: string | undefined;
  /** Percent that the linked party holds, 0 to 100. */
  percentage?: number | undefined;
  /** Shares that the linked party holds. */
  shares?: number | undefined;
}

const linkCaseInputSchema = schemaFor<LinkCaseInput>()(() =>
  z.strictObject({
    parentCaseCommonId: id(),
    caseCommonId: id(),
    associationType: z.optional(text()),
    role: z.optional(text()),
    percentage: z.optional(z.number().check(z.minimum(0), z.maximum(100))),
    shares: z.optional(z.number().check(z.minimum(0))),
    extra: extraField(),
  }),
);

/** Linking a case to another. */
/* @__NO_SIDE_EFFECTS__ */
export function linkOf(name: string, segment: CaseSegment): Endpoint<LinkCaseInput, unknown> {
  return defineEndpoint<LinkCaseInput, unknown>({
    name,
    method: "POST",
    path: `/v2/${segment}/{parentCaseCommonId}/link/{caseCommonId}`,
    input: linkCaseInputSchema,
    output: undocumentedSchema,
    errors: statuses,
    effect: "create",
    cost: "free",
    timeout: 60_000,
    verified: false,
    encode: { extra: spread },
    mayBeEmpty: true,
  });
}
