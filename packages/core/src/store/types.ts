/**
 * The one place where this library keeps something between calls: dedupe keys, results that somebody waits for, locks.
 *
 * Every operation is atomic, and every value has an end. `storeCases` of the test kit checks an implementation.
 */
export interface Store {
  /** Reads a value; `undefined` when there is none, or its time is over. */
  get(key: string): Promise<string | undefined>;
  /** Writes a value where there is none. Returns whether it did: of many who try at once, one does. */
  putIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** Replaces a value that is still the expected one, and begins its time anew. Returns whether it did. */
  compareAndSet(key: string, expected: string, value: string, ttlMs: number): Promise<boolean>;
  /** Removes a value; with `expected`, only that one. Returns whether it did. */
  delete(key: string, expected?: string): Promise<boolean>;
}
