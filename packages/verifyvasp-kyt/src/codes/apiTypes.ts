/** What a KYT assessment looks at. */
export type KytApiType = "ATTEMPT" | "TRANSFER";

/** What each kind of assessment looks at. The enclave picks it; no request can. */
export const kytApiTypes = {
  ATTEMPT: "the beneficiary's wallet address, before the withdrawal",
  TRANSFER: "the transaction itself, once its hash was reported",
} as const satisfies Record<KytApiType, string>;
