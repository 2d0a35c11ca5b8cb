import { pause } from "../reconcile.js";
import { MemoryStore } from "../store/memory-store.js";
import { makeLease, Patience } from "../store/patience.js";
import type { Store } from "../store/types.js";

/** What became of a delivery. */
export type Turn =
  /** It was the first, and its work is done. */
  | "done"
  /** The same was done before, or is done now by another delivery of it. */
  | "duplicate"
  /** Another process is at it and did not finish in time. */
  | "busy";

/** Choices for {@link Once}. */
export interface OnceOptions {
  readonly store: Store;
  /** Milliseconds for which a key is remembered once its work is done. */
  readonly ttlMs: number;
  /** Milliseconds after which the work of a process that died may be taken over. */
  readonly leaseMs: number;
  /** Told what the store threw. `refuse` gives up; `go_on` does without it, as well as one process can. */
  readonly onStoreError: (error: unknown) => "refuse" | "go_on";
}

/**
 * Does the work of each key once, however often and wherever it is asked for.
 *
 * A key is seen, then done. Work that fails gives its key back; work of a process that died becomes free with its lease.
 */
export class Once {
  readonly #options: OnceOptions;
  readonly #patience: Patience;
  /** Work under way in this process: its copies share its fate without asking the store. */
  readonly #running = new Map<string, Promise<Turn>>();
  /** Remembers for this process what the store could not. */
  readonly #fallback = new MemoryStore({ maxKeys: 10_000 });

  constructor(options: OnceOptions) {
    this.#options = options;
    this.#patience = new Patience(options.store);
  }

  /** Does the work unless it was done. Throws what the work throws, to each copy that waited for it. */
  async do(key: string, work: () => Promise<void>, patienceMs: number): Promise<Turn> {
    const running = this.#running.get(key);
    if (running !== undefined) return (await running) === "busy" ? "busy" : "duplicate";
    const turn = this.#first(key, work, patienceMs);
    this.#running.set(key, turn);
    try {
      return await turn;
    } finally {
      this.#running.delete(key);
    }
  }

  async #first(key: string, work: () => Promise<void>, patienceMs: number): Promise<Turn> {
    const { store, ttlMs, onStoreError } = this.#options;
    if (this.#fallback.size > 0 && (await this.#fallback.get(key)) === "done") return "duplicate";
    const lease = `seen ${makeLease()}`;
    let turn: Turn | "mine";
    try {
      turn = await this.#claim(key, lease, patienceMs);
    } catch (error) {
      if (onStoreError(error) === "refuse") throw error;
      await work();
      await this.#fallback.putIfAbsent(key, "done", ttlMs).catch(() => undefined);
      // A store that was only slow may have taken the claim after all.
      void store.compareAndSet(key, lease, "done", ttlMs).catch(() => undefined);
      return "done";
    }
    if (turn !== "mine") return turn;
    try {
      await work();
    } catch (error) {
      await store.delete(key, lease).catch(onStoreError);
      throw error;
    }
    // The work is done: a store that cannot note it must not make it look undone.
    await store.compareAndSet(key, lease, "done", ttlMs).catch(onStoreError);
    return "done";
  }

  async #claim(key: string, lease: string, patienceMs: number): Promise<Turn | "mine"> {
    const { store, leaseMs } = this.#options;
    const began = performance.now();
    while (!(await this.#patience.for(store.putIfAbsent(key, lease, leaseMs), patienceMs / 2))) {
      const state = await this.#patience.for(store.get(key), patienceMs / 2);
      if (state === "done") return "duplicate";
      if (performance.now() - began > patienceMs) return "busy";
      if (state !== undefined) await pause(20);
    }
    return "mine";
  }
}
