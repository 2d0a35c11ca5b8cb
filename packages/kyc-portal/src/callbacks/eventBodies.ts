import { openEnum, type OtherString, type Schema, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** What every webhook says. */
export interface EventBody {
  /** Id of the case, as the vendor sends it: text. The event carries it as a number. */
  caseCommonId: string | number;
  /** Name of the company or person. */
  caseName?: string | null | undefined;
  /** 1 company; 2 individual is inferred. */
  caseType?: number | null | undefined;
  /** Text for people. */
  message?: string | null | undefined;
  /** Properties of the case; may be empty. */
  caseProperties?: Record<string, unknown> | null | undefined;
}

/** A case was closed. */
export interface CaseClosedBody extends EventBody {
  /** The decision. */
  caseDecision?: "Accepted" | "Denied" | OtherString | null | undefined;
}

/** A case was given to a user. */
export interface CaseAssignedBody extends EventBody {
  /** The user. */
  assignedUser?: unknown;
  /** Whether the case is open or closed. */
  caseStatus?: string | null | undefined;
}

/** Screening found a match, maybe long after the case was closed. */
export interface AmlMatchBody extends EventBody {
  /** Kind of the match. */
  amlType?: unknown;
}

/** A document came onto a case. */
export interface DocumentUploadedBody extends EventBody {
  /** Name of the document. */
  documentName?: string | null | undefined;
  /** Id of the document, as text. The event carries it as a number. */
  documentId?: string | number | null | undefined;
}

/** A person was asked for documents; what else is said is not documented. */
export interface DocumentsRequestedBody extends EventBody {
  [detail: string]: unknown;
}

/** The person has finished with the upload portal; more may be said than this. */
export interface CaseRequestSubmittedBody extends EventBody {
  /** Email address of the person. */
  email?: string | null | undefined;
  /** Phone number of the person. */
  phone?: string | null | undefined;
  [detail: string]: unknown;
}

/** Body by type of event. */
export interface EventBodies {
  CaseCreated: EventBody;
  CaseReady: EventBody;
  CaseClosed: CaseClosedBody;
  CaseReopened: EventBody;
  CaseAssigned: CaseAssignedBody;
  AmlMatch: AmlMatchBody;
  IdFailure: EventBody;
  DocumentUploaded: DocumentUploadedBody;
  DocumentsRequested: DocumentsRequestedBody;
  CaseRequestSubmitted: CaseRequestSubmittedBody;
}

const text = () => z.optional(z.nullable(z.string()));

const common = () => ({
  caseCommonId: z.union([z.string().check(z.regex(/^\d{1,15}$/)), z.int().check(z.minimum(1))]),
  caseName: text(),
  caseType: z.optional(z.nullable(z.int())),
  message: text(),
  caseProperties: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

const plain = schemaFor<EventBody>()(() => z.strictObject(common()));

/** Schema by type of event. */
export const eventSchemas: { readonly [Type in keyof EventBodies]: Schema<EventBodies[Type]> } = {
  CaseCreated: plain,
  CaseReady: plain,
  CaseClosed: schemaFor<CaseClosedBody>()(() =>
    z.strictObject({
      ...common(),
      caseDecision: z.optional(z.nullable(openEnum(z.enum(["Accepted", "Denied"])))),
    }),
  ),
  CaseReopened: plain,
  CaseAssigned: schemaFor<CaseAssignedBody>()(() =>
    z.strictObject({ ...common(), assignedUser: z.optional(z.unknown()), caseStatus: text() }),
  ),
  AmlMatch: schemaFor<AmlMatchBody>()(() => z.strictObject({ ...common(), amlType: z.optional(z.unknown()) })),
  IdFailure: plain,
  DocumentUploaded: schemaFor<DocumentUploadedBody>()(() =>
    z.strictObject({
      ...common(),
      documentName: text(),
      documentId: z.optional(z.nullable(z.union([z.string().check(z.regex(/^\d{1,15}$/)), z.int()]))),
    }),
  ),
  DocumentsRequested: schemaFor<DocumentsRequestedBody>()(() => z.catchall(z.object(common()), z.unknown())),
  CaseRequestSubmitted: schemaFor<CaseRequestSubmittedBody>()(() =>
    z.catchall(z.object({ ...common(), email: text(), phone: text() }), z.unknown()),
  ),
};
