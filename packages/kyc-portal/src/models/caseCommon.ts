import { openCode, openEnum, type OtherNumber, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { CaseStatusId, KnownStatusId } from "../codes/caseStates.js";
import { maybe, usual } from "./fields.js";
import { id } from "./ids.js";

/** Whether a user has closed a case. It stays `Open` all through the build, so it says nothing about readiness. */
export type CaseStatus = "Open" | "Closed" | OtherString;

/** State of a case. */
export interface CaseCommon {
  /** Id of the case. */
  caseCommonId: number;
  /** How far the build is, see `caseStages`: 3 is ready, 8 failed. */
  statusId?: CaseStatusId | null | undefined;
  /** Label of `statusId`. */
  statusName?: string | null | undefined;
  /** Longer text for `statusId`; the vendor is about to add it. */
  statusDescription?: string | null | undefined;
  /** Whether a user has closed it. */
  status?: CaseStatus | null | undefined;
  /** Decision of a closed case; null while it is open. */
  caseDecision?: "Accepted" | "Denied" | OtherString | null | undefined;
  /** Percent done. */
  complete?: number | null | undefined;
  /** Free description. */
  caseDescription?: string | null | undefined;
  /** Name of the country. */
  countryName?: string | null | undefined;
  /** Risk rating that the tenant gives. */
  riskRating?: string | null | undefined;
  /** Risk score of the country. */
  countryRisk?: number | null | undefined;
  /** A time that is set at creation already. Never a sign that the case is ready. */
  caseReadyDatetime?: string | null | undefined;
  /** When the case is reviewed next, ISO 8601; null when it is not. */
  scheduledReviewDate?: string | null | undefined;
  /** 1 company; 2 individual is inferred. */
  type?: 1 | 2 | OtherNumber | null | undefined;
  /** The same in words: `Individual`; `Company` is inferred. */
  typeString?: string | null | undefined;
  /** The customer's own id of the case. */
  caseCustomerId?: number | null | undefined;
  /** Whether the web app shows it. */
  isVisible?: boolean | null | undefined;
  /** Whether the web app shows it among live cases. */
  isVisibleInLiveCases?: boolean | null | undefined;
  /** Whether screening alone was ordered. */
  isAMLCase?: boolean | null | undefined;
  /** Department of the tenant. */
  customerDepartmentId?: number | null | undefined;
  /** Empty for a full case, `Lite` for a lite one. */
  caseProcessingType?: string | null | undefined;
  /** No longer used by the vendor. */
  edit?: unknown;
}

export const caseCommonSchema = schemaFor<CaseCommon>()(() =>
  z.strictObject({
    caseCommonId: id(),
    statusId: usual(openCode(z.int() as z.core.$ZodType<number> as z.core.$ZodType<KnownStatusId>)),
    statusName: usual(z.string()),
    statusDescription: maybe(z.string()),
    status: usual(openEnum(z.enum(["Open", "Closed"]))),
    caseDecision: usual(openEnum(z.enum(["Accepted", "Denied"]))),
    complete: usual(z.number()),
    caseDescription: maybe(z.string()),
    countryName: maybe(z.string()),
    riskRating: maybe(z.string()),
    countryRisk: maybe(z.number()),
    caseReadyDatetime: maybe(z.string()),
    scheduledReviewDate: maybe(z.string()),
    type: maybe(openCode(z.literal([1, 2]))),
    typeString: maybe(z.string()),
    caseCustomerId: maybe(z.int()),
    isVisible: maybe(z.boolean()),
    isVisibleInLiveCases: maybe(z.boolean()),
    isAMLCase: maybe(z.boolean()),
    customerDepartmentId: maybe(z.int()),
    caseProcessingType: maybe(z.string()),
    edit: z.optional(z.unknown()),
  }),
);
