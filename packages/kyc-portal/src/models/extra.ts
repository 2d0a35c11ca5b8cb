import type { Encode } from "@x/core";
import * as z from "zod/mini";

/** A way past names that are inferred. */
export interface Extra {
  /**
   * More fields for the body, as they are. The vendor's documents do not spell every name of this operation: what is
   * inferred can be said otherwise here.
   */
  extra?: Record<string, unknown> | undefined;
}

/** The field `extra`; it cannot say what stands in the path. */
export const extraField = (): z.ZodMiniOptional<z.ZodMiniRecord<z.ZodMiniString, z.ZodMiniUnknown>> =>
  z.optional(
    z.record(z.string(), z.unknown()).check(
      z.refine((fields) => !("caseCommonId" in fields) && !("parentCaseCommonId" in fields), {
        params: { expected: "no id of a case, which is a field of its own" },
      }),
    ),
  );

/** Puts the fields of an object beside it in its place. */
export const spread: Encode = async (fields: Readonly<Record<string, unknown>>) => ({
  value: undefined,
  also: fields,
});
