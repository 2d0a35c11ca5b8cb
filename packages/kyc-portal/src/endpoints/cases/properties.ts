import { defineEndpoint, type Endpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { propertiesIn } from "../../models/answers.js";
import {
  type CaseProperty,
  casePropertySchema,
  type NewCaseProperty,
  newCasePropertySchema,
} from "../../models/caseProperty.js";
import { maybe } from "../../models/fields.js";
import { text } from "../../models/formats.js";
import { type CaseInput, caseInputSchema, id, undocumentedSchema } from "../../models/ids.js";
import { readStatuses, statuses } from "../statuses.js";
import type { CaseSegment } from "./segment.js";

/** Properties to write to a case. */
export interface SetPropertiesInput {
  /** Id of the case. */
  caseCommonId: number;
  /** At least one. Those that are there are replaced, others are added. */
  properties: NewCaseProperty[];
}

/** That properties were written. */
export interface PropertiesReceipt {
  /** Id of the case. */
  caseCommonId?: number | null | undefined;
  /** What else the vendor tells. */
  [field: string]: unknown;
}

/** Which property of which case to remove. */
export interface DeletePropertyInput {
  /** Id of the case. */
  caseCommonId: number;
  /** Name of the property. */
  dataType: string;
}

const setPropertiesInputSchema = schemaFor<SetPropertiesInput>()(() =>
  z.strictObject({ caseCommonId: id(), properties: z.array(newCasePropertySchema).check(z.minLength(1)) }),
);

const propertiesReceiptSchema = schemaFor<PropertiesReceipt>()(() => z.looseObject({ caseCommonId: maybe(z.int()) }));

const deletePropertyInputSchema = schemaFor<DeletePropertyInput>()(() =>
  z.strictObject({ caseCommonId: id(), dataType: text() }),
);

const casePropertiesSchema = schemaFor<CaseProperty[]>()(() => z.array(casePropertySchema));

/** Reading the properties of a case. */
/* @__NO_SIDE_EFFECTS__ */
export function propertiesOf(name: string, segment: CaseSegment): Endpoint<CaseInput, CaseProperty[]> {
  return defineEndpoint<CaseInput, CaseProperty[]>({
    name,
    method: "GET",
    path: `/v2/${segment}/{caseCommonId}/properties`,
    input: caseInputSchema,
    output: casePropertiesSchema,
    errors: readStatuses,
    effect: "read",
    cost: "free",
    timeout: 60_000,
    decode: propertiesIn,
  });
}

/** Writing properties; `verified` is false where the form of the body is known of companies alone. */
/* @__NO_SIDE_EFFECTS__ */
export function propertyWriteOf(
  name: string,
  segment: CaseSegment,
  doubt?: { readonly verified: false },
): Endpoint<SetPropertiesInput, PropertiesReceipt> {
  return defineEndpoint<SetPropertiesInput, PropertiesReceipt>({
    name,
    method: "POST",
    path: `/v2/${segment}/{caseCommonId}/properties`,
    input: setPropertiesInputSchema,
    output: propertiesReceiptSchema,
    errors: statuses,
    effect: "replace",
    cost: "free",
    timeout: 60_000,
    body: "properties",
    ...doubt,
  });
}

/** Removing a property. */
/* @__NO_SIDE_EFFECTS__ */
export function propertyDeletionOf(name: string, segment: CaseSegment): Endpoint<DeletePropertyInput, unknown> {
  return defineEndpoint<DeletePropertyInput, unknown>({
    name,
    method: "DELETE",
    path: `/v2/${segment}/{caseCommonId}/properties/{dataType}`,
    input: deletePropertyInputSchema,
    output: undocumentedSchema,
    errors: statuses,
    effect: "replace",
    cost: "free",
    timeout: 60_000,
    mayBeEmpty: true,
  });
}
