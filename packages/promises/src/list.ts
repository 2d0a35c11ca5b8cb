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
  ...hostile,
];
