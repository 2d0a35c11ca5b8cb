/** A mutant that may live. */
export interface Survivor {
  /** Below `packages/core/`. */
  readonly file: string;
  /** The line that is mutated, trimmed. */
  readonly line: string;
  /** What it may become; anything when left out. */
  readonly to?: string;
  /** Why nothing a user could notice changes. */
  readonly because: string;
}

/** Every mutant that no test notices, with its reason. */
export const survivors: readonly Survivor[] = [];
