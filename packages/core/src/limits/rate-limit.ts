import { toHex } from "../crypto/hex.js";
import { pause } from "../reconcile.js";
import { digest } from "../digest.js";
import { MemoryStore } from "../store/memory-store.js";
import { Reachable } from "../store/reachable.js";
import type { Store } from "../store/types.js";
import { Concurrency } from "./concurrency.js";

/** Choices for a {@link RateLimit}. */
export interface RateLimitOptions {
  /** Where processes count together. A `MemoryStore` serves the clients of one process. */
  readonly store: Store;
  /** Requests a second over time; fractions are fine. */
  readonly perSecond: number;
  /** Requests that may go out at once after a rest. Default 1: evenly spaced. */
  readonly burst?: number;
  /** Who counts together. Default: all with the same origin and the same credential. */
  readonly key?: string;
  /** Told what the store threw. Must not throw. */
  readonly onStoreError?: (error: unknown) => void;
}

/** Clocks of several machines may differ by this much; what one that is further ahead wrote is not believed. */
const skewMs = 5000;

/** A bucket's name in the store, and who of this process waits for it. */
interface Bucket {
  readonly name: Promise<string>;
  /** One asks at a time: the store is not contended for by those who would have to wait anyway. */
  readonly line: Concurrency;
}

/**
 * So many requests a second, over all processes that share a store.
 *
 * A token bucket, kept as one number: when it will be full again. With the store away each process keeps to the rate by
 * itself, so that together they may exceed it. Machines should agree on the time to 5 seconds.
 *
 * @example
 * const rateLimit = new RateLimit({ store: new RedisStore(redis), perSecond: 10, burst: 20 });
 */
export class RateLimit {
  readonly #options: RateLimitOptions;
  readonly #intervalMs: number;
  readonly #depthMs: number;
  readonly #shared: Reachable;
  readonly #own = new MemoryStore();
  readonly #buckets = new Map<string, Bucket>();

  /** @throws RangeError when the rate is not above 0, or the burst no whole number of 1 or more. */
  constructor(options: RateLimitOptions) {
    const { store, perSecond, burst = 1, onStoreError = () => undefined } = options;
    if (!(Number.isFinite(perSecond) && perSecond > 0)) throw new RangeError("perSecond is a number above 0.");
    if (!(Number.isSafeInteger(burst) && burst >= 1)) throw new RangeError("burst is a whole number of 1 or more.");
    this.#options = options;
    this.#intervalMs = 1000 / perSecond;
    this.#depthMs = burst * this.#intervalMs;
    this.#shared = new Reachable(store, onStoreError);
  }

  /**
   * Waits until one more request may go out, in the order of asking.
   *
   * @param who - Whose requests count together, where no `key` was given. It goes into the store as a digest.
   * @param signal - Ends the wait, which then rejects with the signal's reason and has taken nothing.
   */
  async take(who: string, signal: AbortSignal): Promise<void> {
    const { name, line } = this.#bucket(who);
    const leave = await line.enter(signal);
    try {
      const key = await name;
      for (;;) {
        signal.throwIfAborted();
        const waitMs =
          (await this.#shared.ask(async (store) => await this.#try(store, key))) ?? (await this.#try(this.#own, key));
        if (waitMs <= 0) return;
        await pause(waitMs, signal);
      }
    } finally {
      leave();
    }
  }

  #bucket(who: string): Bucket {
    let bucket = this.#buckets.get(who);
    if (bucket === undefined) {
      const { key } = this.#options;
      // A key of the caller's is taken as it is: people look for it in their store.
      const name = key === undefined ? digest(who).then(toHex) : Promise.resolve(key);
      bucket = { name: name.then((text) => `rate:${text}`), line: new Concurrency(1) };
      this.#buckets.set(who, bucket);
    }
    return bucket;
  }

  /** Takes one, or says how many milliseconds to wait before asking again. */
  async #try(store: Store, key: string): Promise<number> {
    for (;;) {
      const now = Date.now();
      const text = await store.get(key);
      const said = Number(text ?? now) || now;
      // Further ahead than any clock may be: it is replaced as if the bucket had just become empty.
      const full = said > now + this.#depthMs + skewMs ? now + this.#depthMs - this.#intervalMs : said;
      const waitMs = full + this.#intervalMs - this.#depthMs - now;
      if (waitMs > 0) return waitMs;
      const next = Math.max(full, now) + this.#intervalMs;
      const ttlMs = next - now + skewMs;
      const taken =
        text === undefined
          ? await store.putIfAbsent(key, String(next), ttlMs)
          : await store.compareAndSet(key, text, String(next), ttlMs);
      if (taken) return 0;
    }
  }
}
