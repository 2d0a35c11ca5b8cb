/** Where a waiting helper hears that something happened to what it waits for. */
export interface WakeSource {
  /** Calls the listener at each news of the subject; returns how to stop. */
  subscribe(subject: string, listener: () => void): () => void;
}

/** Who is told of news. */
export interface WakeTarget {
  /** Tells whoever waits for the subject to look now. */
  wake(subject: string | number): void;
}

/**
 * Joins callbacks and waiting helpers inside one process.
 *
 * A callback is only a hint: it wakes the helper, which then reads the record from the vendor.
 */
export class Waker implements WakeSource, WakeTarget {
  readonly #listeners = new Map<string, Set<() => void>>();

  wake(subject: string | number): void {
    for (const listener of this.#listeners.get(String(subject)) ?? []) listener();
  }

  subscribe(subject: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(subject) ?? new Set();
    this.#listeners.set(subject, listeners.add(listener));
    return () => {
      if (listeners.delete(listener) && listeners.size === 0) this.#listeners.delete(subject);
    };
  }
}
