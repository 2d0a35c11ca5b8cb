import type { Store } from "./types.js";

/** A store that is late for this long is taken for absent: clients of Redis wait for a lost server by default. */
const patienceMs = 1000;
/** After a failure it is left alone for so long: not every call must wait to learn the same. */
const restMs = 1000;

/** A store that may be away, for work that can go on without it. */
export class Reachable {
  readonly #store: Store;
  readonly #onError: (error: unknown) => void;
  #restsUntil = 0;

  /** @param onError - Told what the store threw; must not throw. */
  constructor(store: Store, onError: (error: unknown) => void) {
    this.#store = store;
    this.#onError = onError;
  }

  /** What the work made of the store; `undefined` when the store is away. */
  async ask<T extends {}>(work: (store: Store) => Promise<T>): Promise<T | undefined> {
    if (performance.now() < this.#restsUntil) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`The store did not answer within ${patienceMs} ms.`)), patienceMs);
    });
    try {
      return await Promise.race([work(this.#store), silence]);
    } catch (error) {
      this.#restsUntil = performance.now() + restMs;
      this.#onError(error);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}
