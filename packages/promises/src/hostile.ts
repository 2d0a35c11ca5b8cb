import type { Measurement } from "./list.ts";

/** What is measured of secrecy and of hostile input. */
export const hostile: readonly Measurement[] = [
  { script: "promises/scripts/secrecy.ts", reports: ["secrecy"] },
  {
    script: "promises/scripts/hostile.ts",
    reports: ["json", "ids", "base-urls", "credentials", "answers", "inputs", "redirects", "bombs", "prototypes"],
  },
  { script: "promises/scripts/tls.ts", reports: ["tls"] },
  { script: "promises/scripts/endurance.ts", reports: ["endurance", "lossy"] },
  { script: "promises/scripts/redos.ts", reports: ["redos"] },
  { script: "promises/scripts/planted.ts", reports: ["planted"] },
];
