import { expected, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** A stored analysis of one blockchain address. */
export interface KyaTask {
  /** Identifies the analysis. */
  kya_id: number;
  /** Address that was analysed, in lower case whatever the request had. */
  address?: string | undefined;
  /** Findings. Their fields are not documented; `readAddressRisk()` reads score and signals where they are. */
  data?: Record<string, unknown> | null | undefined;
  /** Matches on the sanction list of the United States; their fields are not documented. */
  sdnlist?: unknown[] | null | undefined;
  /** Transactions behind the findings; their fields are not documented. */
  txlist?: unknown[] | null | undefined;
  /** Created, in epoch seconds. */
  creation_timestamp?: number | undefined;
  /** Console account that the token belongs to. */
  creator_account?: string | undefined;
  /** E-mail address of that account. */
  creator_email?: string | undefined;
  /** Name shown for that account. */
  creator_name?: string | undefined;
  /** Your own reference; null from the API, which does not take one. */
  customer_reference?: string | null | undefined;
}

/** Fields of an analysis that carry a decision. */
export const kyaDecisions = ["risk_score", "signals", "sdnlist"] as const;

export const kyaTaskSchema = schemaFor<KyaTask>()(() =>
  z.strictObject({
    kya_id: z.int(),
    address: expected(z.string()),
    data: expected(z.nullable(z.looseObject({}))),
    sdnlist: expected(z.nullable(z.array(z.unknown()))),
    txlist: expected(z.nullable(z.array(z.unknown()))),
    creation_timestamp: expected(z.int()),
    creator_account: expected(z.string()),
    creator_email: expected(z.string()),
    creator_name: expected(z.string()),
    customer_reference: expected(z.nullable(z.string())),
  }),
);
