import { defineEndpoint, expected, type PageRule, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { VerificationResult } from "../../codes/verificationResults.js";
import { isoDate, text, vaspId } from "../../models/formats.js";
import { type Verification, verificationDecisions, verificationSchema } from "../../models/verification.js";
import { resultEnum } from "../../models/verificationCodes.js";
import { commonErrors } from "../statuses.js";

/** Which verifications to read: those to which everything applies that is said. */
export interface ListVerificationsInput {
  /** First day, `YYYY-MM-DD`. Default 1970-01-01. */
  fromDate?: string | undefined;
  /** Last day, `YYYY-MM-DD`. Default today. */
  toDate?: string | undefined;
  /** Ticker of the asset. */
  symbol?: string | undefined;
  /** Blockchain, in VerifyVASP's own words. */
  network?: string | undefined;
  /** Hash of the transaction. */
  txHash?: string | undefined;
  /** What they came to. */
  result?: VerificationResult | undefined;
  /** Those that your VASP began, or those that it answered. */
  actionType?: "SEND" | "RECEIVE" | undefined;
  /** The other VASP. A decimal string up to 2^64. */
  oppositeVaspId?: string | undefined;
  /** Address of the sender. */
  originatorAccountNumber?: string | undefined;
  /** Address of the receiver. */
  beneficiaryAccountNumber?: string | undefined;
  /** Number of the page, from 1. Default 1. */
  page?: number | undefined;
  /** Results per page. Default 10; the maximum is not documented. */
  rpp?: number | undefined;
}

/** One page of verifications; their order is not documented. */
export interface VerificationPage {
  /** Verifications in the whole list; older enclaves send it as a string. */
  count?: number | string | undefined;
  /** Number of the page, from 1. */
  page?: number | string | undefined;
  /** Results per page. */
  rpp?: number | string | undefined;
  /** Verifications of this page. */
  verifications: Verification[];
}

/** `GET /v1/verifications` */
export const listVerifications = defineEndpoint<ListVerificationsInput, VerificationPage>({
  name: "listVerifications",
  method: "GET",
  path: "/v1/verifications",
  input: schemaFor<ListVerificationsInput>()(() =>
    z.strictObject({
      fromDate: z.optional(isoDate()),
      toDate: z.optional(isoDate()),
      symbol: z.optional(text(16)),
      network: z.optional(text(128)),
      txHash: z.optional(text(128)),
      result: z.optional(resultEnum()),
      actionType: z.optional(z.enum(["SEND", "RECEIVE"])),
      oppositeVaspId: z.optional(vaspId()),
      originatorAccountNumber: z.optional(text(512)),
      beneficiaryAccountNumber: z.optional(text(512)),
      page: z.optional(z.int().check(z.minimum(1))),
      rpp: z.optional(z.int().check(z.minimum(1))),
    }),
  ),
  output: schemaFor<VerificationPage>()(() =>
    z.strictObject({
      count: expected(z.union([z.int(), z.string()])),
      page: expected(z.union([z.int(), z.string()])),
      rpp: expected(z.union([z.int(), z.string()])),
      verifications: z.array(verificationSchema),
    }),
  ),
  errors: commonErrors,
  effect: "read",
  cost: "free",
  timeout: 10_000,
  decisive: verificationDecisions,
});

/** How the list goes on: by its count, and without one until a page is not full. */
export const verificationPages: PageRule<ListVerificationsInput, VerificationPage, Verification> = {
  items: (page) => page.verifications,
  next: (answer, input) => {
    const [page, rpp] = [input.page ?? 1, input.rpp ?? 10];
    const count = Number(answer.count ?? Number.NaN);
    const more = Number.isNaN(count) ? answer.verifications.length >= rpp : page * rpp < count;
    return more && answer.verifications.length > 0 ? { ...input, page: page + 1 } : undefined;
  },
  cursor: (input) => String(input.page ?? 1),
};
