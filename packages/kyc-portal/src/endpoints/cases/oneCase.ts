import { defineEndpoint, type Endpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { caseIn, listIn } from "../../models/answers.js";
import {
  type CaseDetailResponse,
  caseDetailResponseSchema,
  caseDecisions,
  type CaseDetails,
  caseDetailsSchema,
} from "../../models/caseDetail.js";
import { spread } from "../../models/extra.js";
import { type CaseInput, caseInputSchema, undocumentedSchema } from "../../models/ids.js";
import { and, readStatuses, statuses } from "../statuses.js";
import type { CaseSegment } from "./segment.js";

/** Which cases to list. */
export interface ListCasesInput {
  /** Goes into the query as it is: the vendor documents neither filters nor paging. */
  query?: Record<string, string | number | boolean> | undefined;
}

const listCasesInputSchema = schemaFor<ListCasesInput>()(() =>
  z.strictObject({
    query: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  }),
);

const caseListSchema = schemaFor<CaseDetails[]>()(() => z.array(caseDetailsSchema));

/** The list of one kind of cases. */
/* @__NO_SIDE_EFFECTS__ */
export function listOf(name: string, segment: CaseSegment): Endpoint<ListCasesInput, CaseDetails[]> {
  return defineEndpoint<ListCasesInput, CaseDetails[]>({
    name,
    method: "GET",
    path: `/v2/${segment}`,
    input: listCasesInputSchema,
    output: caseListSchema,
    errors: readStatuses,
    effect: "read",
    cost: "free",
    timeout: 60_000,
    encode: { query: spread },
    decode: listIn,
    decisive: caseDecisions,
  });
}

/** Reading one case. */
/* @__NO_SIDE_EFFECTS__ */
export function readOf(name: string, segment: CaseSegment): Endpoint<CaseInput, CaseDetailResponse> {
  return defineEndpoint<CaseInput, CaseDetailResponse>({
    name,
    method: "GET",
    path: `/v2/${segment}/{caseCommonId}`,
    input: caseInputSchema,
    output: caseDetailResponseSchema,
    errors: readStatuses,
    effect: "read",
    cost: "free",
    timeout: 60_000,
    decode: caseIn,
    decisive: caseDecisions,
  });
}

/** Removing one case. */
/* @__NO_SIDE_EFFECTS__ */
export function deletionOf(name: string, segment: CaseSegment): Endpoint<CaseInput, unknown> {
  return defineEndpoint<CaseInput, unknown>({
    name,
    method: "DELETE",
    path: `/v2/${segment}/{caseCommonId}`,
    input: caseInputSchema,
    output: undocumentedSchema,
    errors: /* @__PURE__ */ and(statuses, {
      404: "There is no such case; after a resend it means that the case is deleted.",
    }),
    effect: "replace",
    cost: "free",
    timeout: 60_000,
    mayBeEmpty: true,
  });
}
