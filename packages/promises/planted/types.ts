/** A defect that a careless change could bring, and the test that has to notice it. */
export interface PlantedDefect {
  /** What a user would suffer, in one clause. */
  readonly defect: string;
  /** File that is changed, from the root of the workspace. */
  readonly file: string;
  /** Text that has to stand in the file exactly once, or everywhere with `everywhere`. */
  readonly find: string;
  readonly put: string;
  /** Replaces every place at which the text stands. */
  readonly everywhere?: true;
  /** Package whose test notices it. */
  readonly in: `packages/${string}`;
  /** Test file in that package. */
  readonly run: string;
  /** Full name of a test that turns red; others may as well. */
  readonly test: string;
  /** The test runs on the built core. */
  readonly built?: true;
}
