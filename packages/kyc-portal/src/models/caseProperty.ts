import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe } from "./fields.js";
import { text } from "./formats.js";

/** A field that the tenant has added to a case. */
export interface CaseProperty {
  /** Name of the field, as `Case Reviewed by`. */
  dataType: string;
  /** Its value. */
  data?: string | null | undefined;
}

/** A field to write. */
export interface NewCaseProperty {
  /** Name of the field. One that does not exist yet is made for the whole tenant, also out of a typing error. */
  dataType: string;
  /** Its value. */
  data: string;
}

export const casePropertySchema = schemaFor<CaseProperty>()(() =>
  z.strictObject({ dataType: z.string(), data: maybe(z.string()) }),
);

export const newCasePropertySchema = schemaFor<NewCaseProperty>()(() =>
  z.strictObject({ dataType: text(), data: z.string() }),
);
