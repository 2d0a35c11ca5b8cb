import type { IdvVerdict } from "@x/kryptogo";

/** What the customer is told. */
export const verdicts: Partial<Record<IdvVerdict, string>> = {
  accepted: "Welcome: your account is open.",
  rejected: "We could not open an account for you.",
  not_done: "Your check ran out. Please begin again.",
};
