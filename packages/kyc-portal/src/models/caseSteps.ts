import { openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe, usual } from "./fields.js";

/** What became of a step. `SystemUpdated` needs a review as `NotReviewed` does: the vendor has changed the step. */
export type StepStatus = "NotReviewed" | "Passed" | "Failed" | "SystemUpdated" | OtherString;

/** Something to review in a case: identity, officer, shareholder, document, screening match, linked case. */
export interface CaseStep {
  /** Id of the step. */
  caseStepId: number;
  /** Name, as `Company Identity`. */
  name?: string | null | undefined;
  /** Kind of the step. */
  type?: string | null | undefined;
  /** Result of the review; compare without regard to case. */
  status?: StepStatus | null | undefined;
  /** Whether the party was screened, found clear, and needs no full verification; it can be activated. */
  isDeactivated?: boolean | null | undefined;
}

/** Steps of one kind. */
export interface CaseStepGroup {
  /** Name of the group, as `Identity`. */
  group?: string | null | undefined;
  /** How many there are. */
  total?: number | null | undefined;
  /** The steps. */
  steps: CaseStep[];
}

/** One document that a step asks for. */
export interface StepDocument {
  /** Category of the document. */
  category?: string | null | undefined;
  /** Whether a document is attached. */
  documentAvailable?: boolean | null | undefined;
  /** Whether it was verified; text or a flag. */
  verificationStatus?: string | boolean | null | undefined;
  /** Id of the document, to download it. */
  caseDocumentId?: number | null | undefined;
  /** Name of the document. */
  name?: string | null | undefined;
  /** Points to an internal host: never call it. */
  link?: string | null | undefined;
}

/** A step in full. What there is depends on its kind; the names beyond these are not documented. */
export interface CaseStepDetail {
  /** Id of the step. */
  caseStepId?: number | null | undefined;
  /** Name of the step, or of the document of a document step. */
  name?: string | null | undefined;
  /** Result of the review. */
  status?: StepStatus | null | undefined;
  /** Whether the party needs no full verification. */
  isDeactivated?: boolean | null | undefined;
  /** Documents of a document step; that they stand in a list is inferred. */
  documents?: StepDocument[] | null | undefined;
  /** Category of a document, or kind of a screening match. */
  category?: string | null | undefined;
  /** Whether a document is attached. */
  documentAvailable?: boolean | null | undefined;
  /** Whether the document was verified. */
  verificationStatus?: string | boolean | null | undefined;
  /** Id of the document. */
  caseDocumentId?: number | null | undefined;
  /** Points to an internal host: never call it. */
  link?: string | null | undefined;
  /** Match, identity, properties and relation of other kinds of steps. */
  [field: string]: unknown;
}

/** Fields of steps that carry a decision. */
export const stepDecisions = ["status", "isDeactivated", "documentAvailable", "verificationStatus"] as const;

const status = (): z.core.$ZodType<StepStatus> =>
  openEnum(z.enum(["NotReviewed", "Passed", "Failed", "SystemUpdated"]));

const caseStepSchema = schemaFor<CaseStep>()(() =>
  z.strictObject({
    caseStepId: z.int(),
    name: usual(z.string()),
    type: maybe(z.string()),
    status: usual(status()),
    isDeactivated: maybe(z.boolean()),
  }),
);

export const caseStepGroupsSchema = schemaFor<CaseStepGroup[]>()(() =>
  z.array(z.strictObject({ group: usual(z.string()), total: usual(z.int()), steps: z.array(caseStepSchema) })),
);

const documentFields = () => ({
  category: maybe(z.string()),
  documentAvailable: maybe(z.boolean()),
  verificationStatus: maybe(z.union([z.string(), z.boolean()])),
  caseDocumentId: maybe(z.int()),
  name: maybe(z.string()),
  link: maybe(z.string()),
});

const stepDocumentSchema = schemaFor<StepDocument>()(() => z.strictObject(documentFields()));

export const caseStepDetailSchema = schemaFor<CaseStepDetail>()(() =>
  z.looseObject({
    caseStepId: maybe(z.int()),
    status: maybe(status()),
    isDeactivated: maybe(z.boolean()),
    documents: maybe(z.array(stepDocumentSchema)),
    ...documentFields(),
  }),
);
