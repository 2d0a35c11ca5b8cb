import { hostile } from "./hostile.ts";

/** A command that measures promises and prints one line of JSON for each. */
export interface Measurement {
  /** File in `packages`, such as `promises/scripts/one-post.ts`. */
  readonly script: string;
  /** Ids of the promises that it has to report; one that is missing is a failure. */
  readonly reports: readonly string[];
}

/** Every measurement, in the order of the table. */
export const measurements: readonly Measurement[] = [
  { script: "promises/scripts/no-duplicate.ts", reports: ["no-duplicate"] },
  { script: "promises/scripts/late-commit.ts", reports: ["late-commit"] },
  { script: "promises/scripts/kill.ts", reports: ["kill"] },
  {
    script: "promises/scripts/money-rules.ts",
    reports: ["same-reference", "duplicates-told", "spend-limit", "spend-processes", "created-unreadable"],
  },
  { script: "promises/scripts/one-post.ts", reports: ["one-post"] },
  { script: "promises/scripts/shared.ts", reports: ["one-token", "one-spend-limit", "one-rate"] },
  { script: "promises/scripts/redis-away.ts", reports: ["redis-away"] },
  ...hostile,
  {
    script: "promises/scripts/callbacks-forgery.ts",
    reports: [
      "callbacks-no-proof",
      "callbacks-authorization",
      "callbacks-forged-approvals",
      "callbacks-bit-flips",
      "callbacks-ecb-splice",
    ],
  },
  {
    script: "promises/scripts/callbacks-once.ts",
    reports: [
      "callbacks-copies-memory",
      "callbacks-copies-redis",
      "callbacks-storm-memory",
      "callbacks-storm-redis",
      "callbacks-order",
      "callbacks-store-down",
    ],
  },
  { script: "promises/scripts/callbacks-kills.ts", reports: ["callbacks-kills"] },
  { script: "promises/scripts/callbacks-hostile.ts", reports: ["callbacks-hostile-bodies", "callbacks-slow-work"] },
  {
    script: "promises/scripts/callbacks-throughput.ts",
    reports: ["callbacks-throughput-verifyvasp", "callbacks-throughput-kryptogo"],
  },
  { script: "promises/scripts/callbacks-timing.ts", reports: ["callbacks-timing"] },
];
