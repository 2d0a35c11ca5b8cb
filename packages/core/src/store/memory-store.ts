import type { Store } from "./types.js";

/** A memory store holds as many keys as it may, and none of them is over yet. */
export class StoreFullError extends Error {
  override readonly name: string = "StoreFullError";
  /** Most keys that it holds. */
  readonly maxKeys: number;

  /** @hidden */
  constructor(maxKeys: number) {
    super(`The memory store holds ${maxKeys} keys, none of them over. Use a shared store, or raise maxKeys.`);
    this.maxKeys = maxKeys;
  }
}

/** Choices for a {@link MemoryStore}. */
export interface MemoryStoreOptions {
  /** Most keys that it holds. Default 100,000. */
  readonly maxKeys?: number;
  /** Milliseconds since 1970. Default the real time. */
  readonly now?: () => number;
}

interface Entry {
  readonly value: string;
  readonly until: number;
}

/**
 * A store in the memory of one process.
 *
 * What it holds is gone with the process, and another process does not see it. It never forgets a key before its time:
 * when it is full it throws {@link StoreFullError}.
 */
export class MemoryStore implements Store {
  readonly #entries = new Map<string, Entry>();
  readonly #maxKeys: number;
  readonly #now: () => number;
  /** No entry ends before. */
  #nextEnd = Number.POSITIVE_INFINITY;

  constructor(options: MemoryStoreOptions = {}) {
    this.#maxKeys = options.maxKeys ?? 100_000;
    this.#now = options.now ?? Date.now;
  }

  /** Keys held, those included that are over and not swept yet. */
  get size(): number {
    return this.#entries.size;
  }

  async get(key: string): Promise<string | undefined> {
    return this.#read(key);
  }

  async putIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean> {
    if (this.#read(key) !== undefined) return false;
    if (this.#entries.size >= this.#maxKeys) this.#sweep();
    if (this.#entries.size >= this.#maxKeys) throw new StoreFullError(this.#maxKeys);
    this.#write(key, value, ttlMs);
    return true;
  }

  async compareAndSet(key: string, expected: string, value: string, ttlMs: number): Promise<boolean> {
    if (this.#read(key) !== expected) return false;
    this.#write(key, value, ttlMs);
    return true;
  }

  async delete(key: string, expected?: string): Promise<boolean> {
    const value = this.#read(key);
    if (value === undefined || (expected !== undefined && value !== expected)) return false;
    return this.#entries.delete(key);
  }

  #read(key: string): string | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > this.#now()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  #write(key: string, value: string, ttlMs: number): void {
    const until = this.#now() + ttlMs;
    this.#entries.set(key, { value, until });
    this.#nextEnd = Math.min(this.#nextEnd, until);
  }

  /** Looks at every key, and only when one of them must be over: a full store is not walked at each call. */
  #sweep(): void {
    const now = this.#now();
    if (this.#nextEnd > now) return;
    this.#nextEnd = Number.POSITIVE_INFINITY;
    for (const [key, { until }] of this.#entries)
      if (until <= now) this.#entries.delete(key);
      else this.#nextEnd = Math.min(this.#nextEnd, until);
  }
}
