import { expected, openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { TransferDirection } from "../codes/directions.js";
import type { WcoStatus } from "../codes/wcoStatuses.js";

/** One World-Check One screening of the counterparty's user, as the enclave tells it. */
export interface RefinitivWco {
  /** Absent in the vendor's own sample: tell screenings apart by verification and direction. */
  requestId?: string | undefined;
  /** The other VASP. A decimal string up to 2^64. */
  counterpartyVaspId?: string | undefined;
  /** Which way the money goes. */
  direction?: TransferDirection | OtherString | undefined;
  /** Id of the case at Refinitiv. */
  caseSystemId?: string | undefined;
  /** How far it is. */
  status: WcoStatus | OtherString;
  /** How well the names fit, in Refinitiv's own words, such as `EXACT`. */
  matchStrength?: string | null | undefined;
  /** JSON inside a string, and long ones may have been cut at 4096 characters. */
  aggregatedSummaryResult?: string | null | undefined;
  /** When the enclave noted the request. ISO 8601. */
  createdAt?: string | undefined;
  /** When the result was there. ISO 8601; absent before. */
  assessedAt?: string | null | undefined;
}

/** What a callback of type `REFINITIV_WCO_RESULT` carries. */
export interface WcoResult {
  /** Verification whose user was screened. */
  verificationUuid: string;
  /** The screening. */
  riskAssessment: { refinitivWorldCheckOne: RefinitivWco };
}

const wcoSchema = schemaFor<RefinitivWco>()(() =>
  z.strictObject({
    requestId: z.optional(z.string()),
    counterpartyVaspId: expected(z.string()),
    direction: expected(openEnum(z.enum(["OUTGOING", "INCOMING"]))),
    caseSystemId: expected(z.string()),
    status: openEnum(z.enum(["ERROR", "REGISTERED", "CHECKING", "PROCESSED"])),
    matchStrength: expected(z.nullable(z.string())),
    aggregatedSummaryResult: expected(z.nullable(z.string())),
    createdAt: expected(z.string()),
    assessedAt: z.optional(z.nullable(z.string())),
  }),
);

export const wcoResultSchema = schemaFor<WcoResult>()(() =>
  z.strictObject({
    verificationUuid: z.string(),
    riskAssessment: z.strictObject({ refinitivWorldCheckOne: wcoSchema }),
  }),
);
