import type { Hooks } from "@x/core";

/** What one operation took. */
export interface Reading {
  calls: number;
  billed: number;
  retries: number;
  failures: number;
  ms: number;
}

/** Counts what a client does, by its hooks: no credential, person or body comes by here. */
export class Meter {
  readonly readings = new Map<string, Reading>();

  readonly hooks: Hooks = {
    onRequest: ({ operation, attempt, cost }) => {
      const reading = this.#of(operation);
      if (attempt > 1) return;
      reading.calls++;
      if (cost === "billed") reading.billed++;
    },
    onRetry: ({ operation }) => void this.#of(operation).retries++,
    onResponse: ({ operation, elapsedMs }) => void (this.#of(operation).ms += elapsedMs),
    onError: ({ operation }) => void this.#of(operation).failures++,
  };

  #of(operation: string): Reading {
    const reading = this.readings.get(operation) ?? { calls: 0, billed: 0, retries: 0, failures: 0, ms: 0 };
    this.readings.set(operation, reading);
    return reading;
  }
}
