import type { Deviation } from "./drift.js";
import { type Hooks, notify } from "./hooks.js";

/** Reports each drift once: a new enum value in every answer of a day is one piece of news. */
export class DriftLog {
  readonly #vendor: string;
  readonly #hooks: Hooks;
  readonly #told = new Set<string>();

  constructor(vendor: string, hooks: Hooks) {
    this.#vendor = vendor;
    this.#hooks = hooks;
  }

  report(operation: string, { path, kind }: Deviation): void {
    const key = `${operation} ${kind} ${path}`;
    // Bounded, though the names come from our own schemas.
    if (this.#told.has(key) || this.#told.size >= 10_000) return;
    this.#told.add(key);
    notify(this.#hooks, this.#hooks.onDrift, { vendor: this.#vendor, operation, path, kind });
  }
}
