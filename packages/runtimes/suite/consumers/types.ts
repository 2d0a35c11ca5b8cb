import type { Cell } from "../judge.ts";

/** One line of the table of consumers. */
export interface ConsumerRow {
  readonly name: string;
  readonly version: string;
  /** What was done with it. */
  readonly what: string;
  readonly cell: Cell;
}
