import type { VendorName } from "../../src/stage/types.ts";

/** Short names of the vendors. */
export const short: Readonly<Record<VendorName, string>> = {
  kryptogo: "KryptoGO",
  "kyc-portal": "KYC Portal",
  argos: "ARGOS",
  verifyvasp: "VerifyVASP",
};

/** Vendors in the order of the page. */
export const vendorNames = Object.keys(short) as VendorName[];

/** A time of day, to the second. */
export function clockTime(ms: number): string {
  return new Date(ms).toLocaleTimeString([], { hour12: false });
}

/** A day and time. */
export function dayTime(ms: number): string {
  const at = new Date(ms);
  const day = at.toLocaleDateString([], { day: "numeric", month: "short", year: "numeric" });
  return `${day}, ${at.toLocaleTimeString([], { hour12: false })}`;
}

/** How an answer looks at a glance. */
export type Tone = "good" | "bad" | "odd" | "quiet";

/** What a status means; a good one that comes with a fault is no good one. */
export function toneOf(status: number | undefined, fault?: string): Tone {
  if (status === undefined) return "quiet";
  if (fault !== undefined && status >= 200 && status < 300) return "odd";
  if (status >= 200 && status < 300) return "good";
  return status >= 400 || status === 0 ? "bad" : "odd";
}

/** A status in words that fit a small place. */
export function statusText(status: number | undefined, none: string, broken: string): string {
  if (status === undefined) return none;
  return status === 0 ? broken : String(status);
}
