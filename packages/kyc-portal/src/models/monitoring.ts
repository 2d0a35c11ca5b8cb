import { openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { usual } from "./fields.js";
import { type LmChange, lmChangeSchema } from "./monitoringChange.js";

/** Kind of a monitored case. */
export type LmCaseType = "Entity" | "Individual" | OtherString;

/** What a monitoring list says of a case. */
export interface LmSubject {
  /** Name of the company or person. */
  name?: string | null | undefined;
  /** Id of the case: its `caseCommonId`. */
  caseId: number;
  /** Address. */
  address?: string | null | undefined;
  /** Kind of the case. */
  caseType?: LmCaseType | null | undefined;
  /** Name of the jurisdiction. */
  jurisdiction?: string | null | undefined;
  /** Whether the case is live or closed: what may be done with an alert depends on it. */
  caseStatus?: string | null | undefined;
}

/** A case with open alerts, and how many of each kind. */
export interface LmCase extends LmSubject {
  /** Changes in the registry to look at. */
  reviewAlertCount?: number | null | undefined;
  /** Documents that have expired or are about to. */
  expiredDocumentsAlertCount?: number | null | undefined;
  /** Reviews that a person has to make, because the jurisdiction has no live link. */
  manualReviewAlertCount?: number | null | undefined;
  /** New or changed screening matches. */
  amlAlertCount?: number | null | undefined;
}

/** Alerts of one step of a case. */
export interface LmAlert extends LmSubject {
  /** Step that they are about. */
  caseStepId?: number | null | undefined;
  /** What has changed. */
  changes?: LmChange[] | null | undefined;
}

/** Cases with open alerts. None may also mean that monitoring is off: the two cannot be told apart. */
export interface LmCaseList {
  /** How many there are. */
  itemCount?: number | null | undefined;
  /** The cases. The vendor's name for this list is inferred; it is taken from under any name. */
  items: LmCase[];
}

/** Alerts of one case. */
export interface LmAlertList {
  /** How many there are. */
  itemCount?: number | null | undefined;
  /** The alerts. The vendor's name for this list is inferred; it is taken from under any name. */
  items: LmAlert[];
}

/** Fields of monitoring lists that carry a decision. */
export const monitoringDecisions = [
  "itemCount",
  "reviewAlertCount",
  "expiredDocumentsAlertCount",
  "manualReviewAlertCount",
  "amlAlertCount",
] as const;

const subjectFields = () => ({
  name: usual(z.string()),
  caseId: z.int(),
  address: usual(z.string()),
  caseType: usual(openEnum(z.enum(["Entity", "Individual"]))),
  jurisdiction: usual(z.string()),
  caseStatus: usual(z.string()),
});

const lmCaseSchema = schemaFor<LmCase>()(() =>
  z.strictObject({
    ...subjectFields(),
    reviewAlertCount: usual(z.int()),
    expiredDocumentsAlertCount: usual(z.int()),
    manualReviewAlertCount: usual(z.int()),
    amlAlertCount: usual(z.int()),
  }),
);

const lmAlertSchema = schemaFor<LmAlert>()(() =>
  z.strictObject({ ...subjectFields(), caseStepId: usual(z.int()), changes: usual(z.array(lmChangeSchema)) }),
);

export const lmCaseListSchema = schemaFor<LmCaseList>()(() =>
  z.strictObject({ itemCount: usual(z.int()), items: z.array(lmCaseSchema) }),
);

export const lmAlertListSchema = schemaFor<LmAlertList>()(() =>
  z.strictObject({ itemCount: usual(z.int()), items: z.array(lmAlertSchema) }),
);
