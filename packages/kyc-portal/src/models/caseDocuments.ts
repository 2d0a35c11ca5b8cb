import { type Schema, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe, usual } from "./fields.js";

/** A document on a case. */
export interface CaseDocumentRef {
  /** Points to an internal host: never call it. Its last segment is the id for `documents.download`. */
  link?: string | null | undefined;
  /** The registry's form code, a label, or `custom_` with a number. Not the same across registries: no type to rely on. */
  category?: string | null | undefined;
  /** Label, mostly ending in its date as `<DD/MM/YYYY>`. */
  name?: string | null | undefined;
  /** Code of the registry. */
  dataSource?: string | null | undefined;
}

/** Documents by label of their group. A group may hold groups of linked parties; how deep is not documented. */
export interface CaseDocumentGroups {
  /** Documents, or further groups. */
  [label: string]: CaseDocumentRef[] | CaseDocumentGroups;
}

/** The documents of a case. */
export interface CaseDocumentsResponse {
  /** Id of the case. */
  caseCommonId?: number | null | undefined;
  /** Name of the company or person. */
  name?: string | null | undefined;
  /** Documents by group, as `Company Identity Documents`; empty until the case is ready. */
  documents: CaseDocumentGroups;
}

/** A document that the jurisdiction of a case requires. */
export interface MandatoryDocument {
  /** What it is called; the value for `fileCat` of an upload. */
  mandatoryDocument?: string | null | undefined;
  /** Registry that it comes from. */
  dataSource?: string | null | undefined;
  /** Other names for it. */
  otherNames?: string[] | null | undefined;
}

const caseDocumentRefSchema = schemaFor<CaseDocumentRef>()(() =>
  z.strictObject({
    link: usual(z.string()),
    category: usual(z.string()),
    name: usual(z.string()),
    dataSource: maybe(z.string()),
  }),
);

const caseDocumentGroupsSchema: Schema<CaseDocumentGroups> = schemaFor<CaseDocumentGroups>()(() =>
  z.record(z.string(), z.union([z.array(caseDocumentRefSchema), caseDocumentGroupsSchema])),
);

export const caseDocumentsResponseSchema = schemaFor<CaseDocumentsResponse>()(() =>
  z.strictObject({
    caseCommonId: usual(z.int()),
    name: usual(z.string()),
    documents: caseDocumentGroupsSchema,
  }),
);

export const mandatoryDocumentsSchema = schemaFor<MandatoryDocument[]>()(() =>
  z.array(
    z.strictObject({
      mandatoryDocument: usual(z.string()),
      dataSource: maybe(z.string()),
      otherNames: maybe(z.array(z.string())),
    }),
  ),
);
