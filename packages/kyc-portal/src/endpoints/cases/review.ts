import { defineEndpoint, type Endpoint, type FileAnswer, type OtherString, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { amlCheckDecisions, type AmlChecksResponse, amlChecksResponseSchema } from "../../models/amlChecks.js";
import { caseIn, listIn } from "../../models/answers.js";
import { type AuditTrailEntry, auditTrailSchema } from "../../models/auditTrail.js";
import { caseDecisions, type CaseDetailResponse, caseDetailResponseSchema } from "../../models/caseDetail.js";
import { fileAnswerSchema } from "../../models/fileAnswer.js";
import { suggested, text } from "../../models/formats.js";
import { type CaseInput, caseInputSchema, id } from "../../models/ids.js";
import { readStatuses, reportStatuses, statuses } from "../statuses.js";
import type { CaseSegment } from "./segment.js";

/** Which case to close or open again. */
export interface UpdateStatusInput {
  /** Id of the case. */
  caseCommonId: number;
  /**
   * `Close` or `Open`; others were seen to work: `Closed`, and `Approved`, which closes with a decision.
   *
   * Closing sets the next review, which is billed when it comes due.
   */
  status: "Close" | "Open" | "Closed" | "Approved" | OtherString;
}

/** Which report to make. */
export interface ReportInput {
  /** Id of the case. */
  caseCommonId: number;
  /** Language of the report, as `en`. */
  language?: string | undefined;
}

const updateStatusInputSchema = schemaFor<UpdateStatusInput>()(() =>
  z.strictObject({ caseCommonId: id(), status: suggested<"Close" | "Open" | "Closed" | "Approved">() }),
);

const reportInputSchema = schemaFor<ReportInput>()(() =>
  z.strictObject({ caseCommonId: id(), language: z.optional(text()) }),
);

/** Reading every screening match of a case. */
/* @__NO_SIDE_EFFECTS__ */
export function amlChecksOf(name: string, segment: CaseSegment): Endpoint<CaseInput, AmlChecksResponse> {
  return defineEndpoint<CaseInput, AmlChecksResponse>({
    name,
    method: "GET",
    path: `/v2/${segment}/{caseCommonId}/amlchecks`,
    input: caseInputSchema,
    output: amlChecksResponseSchema,
    errors: readStatuses,
    effect: "read",
    cost: "free",
    timeout: 60_000,
    decisive: amlCheckDecisions,
  });
}

/** Closing a case, or opening it again. */
/* @__NO_SIDE_EFFECTS__ */
export function statusChangeOf(name: string, segment: CaseSegment): Endpoint<UpdateStatusInput, CaseDetailResponse> {
  return defineEndpoint<UpdateStatusInput, CaseDetailResponse>({
    name,
    method: "PATCH",
    path: `/v2/${segment}/{caseCommonId}/status`,
    input: updateStatusInputSchema,
    output: caseDetailResponseSchema,
    errors: statuses,
    effect: "replace",
    cost: "free",
    timeout: 60_000,
    decode: caseIn,
    decisive: caseDecisions,
  });
}

/** Making the report of a case. */
/* @__NO_SIDE_EFFECTS__ */
export function reportOf(name: string, segment: CaseSegment): Endpoint<ReportInput, FileAnswer> {
  return defineEndpoint<ReportInput, FileAnswer>({
    name,
    method: "GET",
    path: `/v2/${segment}/{caseCommonId}/report`,
    input: reportInputSchema,
    output: fileAnswerSchema,
    errors: reportStatuses,
    effect: "read",
    cost: "free",
    timeout: 120_000,
    answersFile: ["pdf"],
  });
}

/** Reading who did what on a case, and when. */
/* @__NO_SIDE_EFFECTS__ */
export function auditTrailOf(name: string, segment: CaseSegment): Endpoint<CaseInput, AuditTrailEntry[]> {
  return defineEndpoint<CaseInput, AuditTrailEntry[]>({
    name,
    method: "GET",
    path: `/v2/${segment}/{caseCommonId}/audittrail`,
    input: caseInputSchema,
    output: auditTrailSchema,
    errors: readStatuses,
    effect: "read",
    cost: "free",
    timeout: 60_000,
    decode: listIn,
  });
}
