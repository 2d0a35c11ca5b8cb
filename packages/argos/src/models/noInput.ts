import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** Nothing is chosen. */
export type NoInput = Record<string, never>;

export const noInputSchema = schemaFor<NoInput>()(() => z.strictObject({}));
