import { expected } from "@x/core/schema";
import * as z from "zod/mini";

/** What is transferred, as the enclave keeps it. */
export interface AssetInfo {
  /** Ticker of the asset. */
  symbol?: string | undefined;
  /** Blockchain, in VerifyVASP's own words. */
  network?: string | null | undefined;
  /** Quantity, a decimal string. */
  amount?: string | undefined;
  /** Whether it is above the travel rule's threshold: 1,000 USD or 1,000,000 KRW. */
  isExceedingThreshold?: boolean | undefined;
  /** Worth in money, a decimal string. */
  tradePrice?: string | undefined;
  /** Currency of that worth, ISO 4217. */
  tradeCurrency?: string | undefined;
  /** Time of that worth, ISO 8601. The documents spell the field in two ways. */
  tradeISODatetime?: string | undefined;
  /** The same in the other spelling. */
  tradeISODateTime?: string | undefined;
}

/** The fields, for schemas in which the whole of it may be absent. */
export const assetInfoFields = () =>
  z.strictObject({
    symbol: expected(z.string()),
    network: z.optional(z.nullable(z.string())),
    amount: expected(z.string()),
    isExceedingThreshold: expected(z.boolean()),
    tradePrice: expected(z.string()),
    tradeCurrency: expected(z.string()),
    tradeISODatetime: z.optional(z.string()),
    tradeISODateTime: z.optional(z.string()),
  });
