import { defineEndpoint, type Endpoint, type Schema } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import { undocumentedSchema } from "../../models/ids.js";
import { statuses } from "../statuses.js";
import type { CaseSegment } from "./segment.js";

/** One field and its new value. */
export interface IdentityChange {
  /** Name of the field. */
  field: string;
  /** Its value. */
  value: string;
}

/** A list of fields with their values. */
export const identityChanges = () =>
  z.array(z.strictObject({ field: text(), value: z.string() })).check(z.minLength(1));

/** Changing the identity of a case's subject. */
/* @__NO_SIDE_EFFECTS__ */
export function identityOf<Input extends { fields: unknown }>(
  name: string,
  segment: CaseSegment,
  input: Schema<Input>,
): Endpoint<Input, unknown> {
  return defineEndpoint<Input, unknown>({
    name,
    method: "PUT",
    path: `/v2/${segment}/{caseCommonId}/identity`,
    input,
    output: undocumentedSchema,
    errors: statuses,
    effect: "replace",
    cost: "free",
    timeout: 60_000,
    verified: false,
    body: "fields",
    mayBeEmpty: true,
  });
}
