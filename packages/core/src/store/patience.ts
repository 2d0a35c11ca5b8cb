import { MemoryStore } from "./memory-store.js";
import type { Store } from "./types.js";

/** Asks a store and gives up after a while: one that hangs is as good as one that fails, and clients of Redis wait for a lost server by default. */
export class Patience {
  /** A map in this process answers at once; a timer for each question would cost more than the answer. */
  readonly #isNeeded: boolean;

  constructor(store: Store) {
    this.#isNeeded = !(store instanceof MemoryStore);
  }

  /** The answer, or an error after so many milliseconds. */
  async for<T>(asked: Promise<T>, ms: number): Promise<T> {
    if (!this.#isNeeded) return await asked;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`The store did not answer within ${ms} ms.`)), ms);
    });
    try {
      return await Promise.race([asked, silence]);
    } finally {
      clearTimeout(timer);
    }
  }
}

let origin: string | undefined;
let leases = 0;

/** A text that no other lease has, in any process. */
export function makeLease(): string {
  // Not at import: Workers have no random numbers then.
  origin ??= crypto.randomUUID();
  return `${origin}.${++leases}`;
}
