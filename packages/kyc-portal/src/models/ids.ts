import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** Ids are positive integers; the vendor's webhooks write the same ids as text. */
export const id = (): z.ZodMiniNumber => z.int().check(z.minimum(1));

/** Which case. */
export interface CaseInput {
  /** Id of the case. */
  caseCommonId: number;
}

export const caseInputSchema = schemaFor<CaseInput>()(() => z.strictObject({ caseCommonId: id() }));

/** Which step of which case. */
export interface CaseStepInput {
  /** Id of the case. */
  caseCommonId: number;
  /** Id of the step: its `caseStepId`. */
  stepId: number;
}

export const caseStepInputSchema = schemaFor<CaseStepInput>()(() =>
  z.strictObject({ caseCommonId: id(), stepId: id() }),
);

/** Nothing to say. */
export type NoInput = Record<string, never>;

export const noInputSchema = schemaFor<NoInput>()(() => z.strictObject({}));

/** What an operation answers whose answer the vendor does not document; nothing, maybe. */
export const undocumentedSchema = schemaFor<unknown>()(() => z.unknown());
