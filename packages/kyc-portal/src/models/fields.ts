import { expected } from "@x/core/schema";
import * as z from "zod/mini";

/** A field that is not always there; the vendor writes null for "none" as well. */
export const maybe = <S extends z.core.$ZodType>(schema: S): z.ZodMiniOptional<z.ZodMiniNullable<S>> =>
  z.optional(z.nullable(schema));

/** A field that every known answer has: its absence is told, and does not fail the call. */
export const usual = <S extends z.core.$ZodType>(schema: S): z.ZodMiniOptional<z.ZodMiniNullable<S>> =>
  expected(z.nullable(schema));
