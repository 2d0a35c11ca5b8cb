import type { Measurement } from "./list.ts";

/** What is measured of secrecy and of hostile input. */
export const hostile: readonly Measurement[] = [
  { script: "promises/scripts/secrecy.ts", reports: ["secrecy"] },
  { script: "promises/scripts/planted.ts", reports: ["planted"] },
];
