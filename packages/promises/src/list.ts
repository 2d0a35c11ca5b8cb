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
  { script: "promises/scripts/one-post.ts", reports: ["one-post"] },
  ...hostile,
];
