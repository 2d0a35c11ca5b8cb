import { expected, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** What is known of one blockchain address. A field that names its owner is promised and not documented. */
export interface AddressRisk {
  /** Address that was looked up. */
  address: string;
  /** Transactions seen. */
  transaction_count?: number | undefined;
  /** What is left, in whole coins, not in satoshi or wei. */
  balance?: number | undefined;
  /** Sum received, in whole coins. */
  received?: number | undefined;
  /** Sum sent, in whole coins. */
  sent?: number | undefined;
  /** Risk from 0 to 1. Scores of search tasks run from 0 to 100. */
  risk_score?: number | undefined;
  /** Share of each kind of counterparty, by the keys of `kyaSignals` and newer ones; the shares add up to 1. */
  signals?: Record<string, number> | undefined;
}

export const addressRiskSchema = schemaFor<AddressRisk>()(() =>
  z.strictObject({
    address: z.string(),
    transaction_count: expected(z.int()),
    balance: expected(z.number()),
    received: expected(z.number()),
    sent: expected(z.number()),
    risk_score: expected(z.number()),
    signals: expected(z.catchall(z.object({}), z.number())),
  }),
);
