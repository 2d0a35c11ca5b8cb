import { pause } from "../reconcile.js";
import { MemoryStore } from "../store/memory-store.js";
import { makeLease, Patience } from "../store/patience.js";
import type { Store } from "../store/types.js";

/** What was told of a subject last. */
export interface LastTold {
  readonly job: string;
  readonly state: string;
  readonly detail?: string | undefined;
  readonly rank: number;
  readonly version?: number | undefined;
  readonly final: boolean;
}

/** Choices for {@link SubjectTurns}. */
export interface SubjectTurnsOptions {
  readonly store: Store;
  /** Begins every key. */
  readonly prefix: string;
  /** Milliseconds after which the turn of a process that died is over. */
  readonly leaseMs: number;
  /** Milliseconds for which it is remembered what was told. */
  readonly ttlMs: number;
  /** Told what the store threw. `refuse` gives up; `go_on` does with the memory of this process. */
  readonly onStoreError: (error: unknown) => "refuse" | "go_on";
}

/** Milliseconds that a store may take. */
const storeMs = 2000;

type Step<Result> = (
  last: LastTold | undefined,
) => Promise<{ readonly result: Result; readonly last?: LastTold | undefined }>;

/** One at a time for each subject, in all processes that share the store; each sees what the one before it told. */
export class SubjectTurns {
  readonly #options: SubjectTurnsOptions;
  /** Turns in this process: they queue up here, and need not ask the store over and over. */
  readonly #tails = new Map<string, Promise<unknown>>();
  readonly #fallback = new MemoryStore({ maxKeys: 50_000 });
  readonly #patience: Patience;

  constructor(options: SubjectTurnsOptions) {
    this.#options = options;
    this.#patience = new Patience(options.store);
  }

  /** Does a step in its turn. */
  async take<Result>(subject: string, step: Step<Result>): Promise<Result> {
    const before = this.#tails.get(subject);
    const turn =
      before === undefined ? this.#alone(subject, step) : before.then(async () => await this.#alone(subject, step));
    const tail = turn.catch(() => undefined);
    this.#tails.set(subject, tail);
    try {
      return await turn;
    } finally {
      if (this.#tails.get(subject) === tail) this.#tails.delete(subject);
    }
  }

  /** What was told of a subject last. */
  async last(subject: string): Promise<LastTold | undefined> {
    return read(await this.#options.store.get(this.#key("last", subject)));
  }

  async #alone<Result>(subject: string, step: Step<Result>): Promise<Result> {
    const { leaseMs, ttlMs, onStoreError } = this.#options;
    const [turnKey, lastKey] = [this.#key("turn", subject), this.#key("last", subject)];
    const lease = makeLease();
    let store = this.#options.store;
    let text: string | undefined;
    try {
      await this.#claim(store, turnKey, lease);
      text = await this.#patience.for(store.get(lastKey), storeMs);
    } catch (error) {
      if (onStoreError(error) === "refuse") throw error;
      store = this.#fallback;
      text = await store.get(lastKey);
    }
    const stop = keepAlive(store, turnKey, lease, leaseMs);
    try {
      const { result, last } = await step(read(text));
      // It was told: a store that cannot note it must not make it look untold.
      if (last !== undefined)
        await this.#patience.for(write(store, lastKey, text, JSON.stringify(last), ttlMs), storeMs).catch(onStoreError);
      return result;
    } finally {
      stop();
      void store.delete(turnKey, lease).catch(onStoreError);
    }
  }

  async #claim(store: Store, key: string, lease: string): Promise<void> {
    const { leaseMs } = this.#options;
    const began = performance.now();
    while (!(await this.#patience.for(store.putIfAbsent(key, lease, leaseMs), storeMs))) {
      // Whoever holds it that long is alive and at work; the queue asks again.
      if (performance.now() - began > leaseMs + 5000) throw new Error("Another process is at this subject.");
      await pause(25);
    }
  }

  #key(kind: string, subject: string): string {
    return `${this.#options.prefix}${kind}:${subject}`;
  }
}

/** Prolongs a lease while its work goes on. */
function keepAlive(store: Store, key: string, lease: string, leaseMs: number): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const again = (): void => {
    void store.compareAndSet(key, lease, lease, leaseMs).catch(() => false);
    timer = setTimeout(again, leaseMs / 3);
  };
  timer = setTimeout(again, leaseMs / 3);
  return () => clearTimeout(timer);
}

async function write(
  store: Store,
  key: string,
  before: string | undefined,
  text: string,
  ttlMs: number,
): Promise<void> {
  if (before !== undefined && (await store.compareAndSet(key, before, text, ttlMs))) return;
  await store.putIfAbsent(key, text, ttlMs);
}

function read(text: string | undefined): LastTold | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as LastTold);
}
