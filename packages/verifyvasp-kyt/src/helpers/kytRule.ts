import type { KytApiType } from "../codes/apiTypes.js";
import type { TransferDirection } from "../codes/directions.js";

/** Your part in a transfer, and how far it is. A beneficiary VASP has no assessment before the transaction is reported. */
export type KytOccasion =
  | {
      /** You send. */
      readonly role: "originating";
      /** Whether `reportTransaction` was done for this verification. */
      readonly txReported: boolean;
    }
  | {
      /** You receive. */
      readonly role: "beneficiary";
      /** The originating VASP's `TX_REPORT` has to have come: before it the enclave refuses. */
      readonly txReported: true;
    };

/** What the enclave will assess. */
export interface KytRule {
  /** The beneficiary's address, or the transaction. */
  readonly apiType: KytApiType;
  /** Which way the money goes. */
  readonly direction: TransferDirection;
}

/**
 * Says what the enclave will assess. No request can choose it.
 *
 * | role | before the transaction report | after it |
 * | --- | --- | --- |
 * | originating | `ATTEMPT`, `OUTGOING`: the beneficiary's address | `TRANSFER`, `OUTGOING`: the withdrawal |
 * | beneficiary | refused, `UNSUPPORTED-RISK-ASSESSMENT` | `TRANSFER`, `INCOMING`: the deposit |
 *
 * The vendor's documents show the first pair in a sample and describe the other two in words.
 *
 * @param occasion - Your part, and how far the transfer is.
 * @returns What to expect in the callback.
 *
 * @example
 * kytRule({ role: "originating", txReported: false }); // { apiType: "ATTEMPT", direction: "OUTGOING" }
 */
export function kytRule({ role, txReported }: KytOccasion): KytRule {
  if (role === "beneficiary") return { apiType: "TRANSFER", direction: "INCOMING" };
  return { apiType: txReported ? "TRANSFER" : "ATTEMPT", direction: "OUTGOING" };
}
