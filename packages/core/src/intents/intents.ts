import { IntentDoneError, IntentInFlightError, IntentMismatchError } from "../errors/intent-errors.js";
import type { Store } from "../store/types.js";
import { keepBooks } from "../books/books.js";
import { sha256 } from "../digest.js";
import { canonical } from "./canonical.js";
import { type IntentRecord, intentOf, keepable, readRecord, writeRecord } from "./record.js";
import type { Intent, IntentCall, IntentClaim, IntentFate, IntentKey, IntentProof, Intents } from "./types.js";

/** Choices for {@link createIntents}. */
export interface IntentsOptions {
  /** Where intents lie. Only a store that all processes share keeps them from buying the same thing twice. */
  readonly store: Store;
  /** Milliseconds for which an intent is remembered after it last changed. Default 30 days; afterwards its reference is free again. */
  readonly ttlMs?: number;
}

/** A record, and the text of it that lies in the store: only who still sees that text may replace it. */
interface Stored {
  readonly key: string;
  readonly text: string;
  readonly record: IntentRecord;
}

/** A record of a call under way, with what stood there before. */
interface Held extends Stored {
  readonly before: string | undefined;
}

/**
 * Keeps two processes, or one and its successor, from buying the same thing twice.
 *
 * Before a billed call sends its first byte, its reference is claimed in the store; a second call with that reference
 * sends nothing. The store holds references, digests, times and ids: no input and no person.
 *
 * @example
 * const intents = createIntents({ store: new RedisStore(redis) });
 * const client = new SomeClient({ environment: "production", apiKey, intents });
 */
export function createIntents(options: IntentsOptions): Intents {
  return new StoredIntents(options);
}

class StoredIntents implements Intents {
  /** @hidden */
  readonly keep = keepBooks;
  readonly #store: Store;
  readonly #ttlMs: number;

  constructor({ store, ttlMs = 30 * 86_400_000 }: IntentsOptions) {
    this.#store = store;
    this.#ttlMs = ttlMs;
  }

  async begin(call: IntentCall): Promise<IntentClaim> {
    const wanted = await recordsOf(call);
    const held: Held[] = [];
    const taken: Stored[] = [];
    try {
      for (const record of wanted) {
        const result = await this.#claim(record);
        if ("before" in result) held.push(result);
        else taken.push(result);
      }
    } catch (error) {
      // A claim without a call would keep its reference from whoever comes next.
      await Promise.allSettled(held.map(async (one) => await this.#release(one)));
      throw error;
    }
    if (taken.length === 0) return this.#claimOf(call, held);
    for (const one of held) await this.#release(one);
    throw this.#refusal(call, wanted, taken);
  }

  async read(key: IntentKey): Promise<Intent | undefined> {
    const stored = await this.#stored(await keyOf(key));
    return stored === undefined ? undefined : intentOf(stored.record);
  }

  async settle(proof: IntentProof | undefined): Promise<boolean> {
    if (proof === undefined) return false;
    const { vendor, reference, ids } = proof;
    let news = false;
    for (const operation of proof.operations) {
      const key = await keyOf({ vendor, operation, reference });
      // Even an abandoned one: the vendor says that it was done after all.
      news = (await this.#change(key, ({ state }) => (state === "done" ? undefined : { state: "done", ids }))) || news;
    }
    return news;
  }

  async abandon(key: IntentKey): Promise<boolean> {
    return await this.#change(await keyOf(key), ({ state }) =>
      state === "in_flight" || state === "unknown" ? { state: "abandoned", ids: [] } : undefined,
    );
  }

  async #claim(record: IntentRecord): Promise<Held | Stored> {
    const key = await keyOf(record);
    const text = writeRecord(record);
    for (;;) {
      if (await this.#store.putIfAbsent(key, text, this.#ttlMs)) return { key, text, record, before: undefined };
      const there = await this.#stored(key);
      if (there === undefined) continue;
      if (there.record.state !== "abandoned") return there;
      if (await this.#store.compareAndSet(key, there.text, text, this.#ttlMs))
        return { key, text, record, before: there.text };
    }
  }

  async #release({ key, text, before }: Held): Promise<void> {
    if (before === undefined) await this.#store.delete(key, text);
    else await this.#store.compareAndSet(key, text, before, this.#ttlMs);
  }

  #claimOf({ elements }: IntentCall, held: readonly Held[]): IntentClaim {
    let now: readonly Stored[] = held;
    const become = async (change: (record: IntentRecord) => Partial<IntentRecord>): Promise<void> => {
      // Who settled it in the meantime knew more.
      now = await Promise.all(now.map(async (one) => (await this.#replace(one, change(one.record))) ?? one));
    };
    return {
      end: async (fates) => await become(({ reference }) => changesBy(reference, elements, fates)),
      lose: async () => await become(() => ({ state: "unknown" })),
    };
  }

  #refusal(call: IntentCall, wanted: readonly IntentRecord[], taken: readonly Stored[]): Error {
    const { facts, elements, lookUp } = call;
    const hashes = new Map(wanted.map(({ reference, hash }) => [reference, hash]));
    const others = taken.filter(({ record }) => record.hash !== hashes.get(record.reference));
    if (others.length > 0) return new IntentMismatchError(facts, shown(others));
    const done = taken.filter(({ record }) => record.state === "done");
    if (done.length > 0) return new IntentDoneError(facts, shown(done));
    const reconcile = lookUp(earliest(taken), async (fates) => {
      for (const one of taken) await this.#replace(one, changesBy(one.record.reference, elements, fates));
    });
    return new IntentInFlightError(facts, shown(taken), reconcile);
  }

  /** Changes a record that nobody else has changed. */
  async #replace(stored: Stored, changes: Partial<IntentRecord>): Promise<Stored | undefined> {
    const record = { ...stored.record, ...changes };
    const text = writeRecord(record);
    const done = await this.#store.compareAndSet(stored.key, stored.text, text, this.#ttlMs);
    return done ? { key: stored.key, text, record } : undefined;
  }

  async #change(key: string, change: (record: IntentRecord) => Partial<IntentRecord> | undefined): Promise<boolean> {
    for (;;) {
      const there = await this.#stored(key);
      const changes = there && change(there.record);
      if (there === undefined || changes === undefined) return false;
      if ((await this.#replace(there, changes)) !== undefined) return true;
    }
  }

  async #stored(key: string): Promise<Stored | undefined> {
    const text = await this.#store.get(key);
    return text === undefined ? undefined : { key, text, record: readRecord(text) };
  }
}

async function keyOf({ vendor, operation, reference }: IntentKey): Promise<string> {
  return `intent:${await sha256(JSON.stringify([vendor, operation, reference]))}`;
}

/** One record for each reference, in an order that all processes share. */
async function recordsOf({ facts, elements, startedAt, endsAt, noted }: IntentCall): Promise<IntentRecord[]> {
  const contents = new Map<string, unknown[]>();
  for (const { reference, content } of elements) contents.set(reference, [...(contents.get(reference) ?? []), content]);
  const owner = crypto.randomUUID();
  return await Promise.all(
    [...contents]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(async ([reference, content]) => ({
        vendor: facts.vendor,
        operation: facts.operation,
        reference,
        hash: await sha256(await canonical([reference, content])),
        state: "in_flight" as const,
        startedAt: startedAt.getTime(),
        endsAt: endsAt.getTime(),
        ids: [],
        owner,
        ...keepable(noted),
      })),
  );
}

/** What a record becomes: elements that share a reference share their fate. */
function changesBy(
  reference: string,
  elements: IntentCall["elements"],
  fates: readonly IntentFate[],
): Partial<IntentRecord> {
  const own = fates.filter((_, at) => elements[at]?.reference === reference).filter((fate) => fate !== undefined);
  return own.length === 0 ? { state: "abandoned", ids: [] } : { state: "done", ids: own.flat() };
}

/** Where to begin looking, and from when to wait, for the earliest and the latest of several calls. */
function earliest(taken: readonly Stored[]): { startedAt: Date; lastSentAt: Date; noted: unknown } {
  const [first] = taken.map(({ record }) => record).toSorted((a, b) => a.startedAt - b.startedAt);
  return {
    startedAt: new Date(first?.startedAt ?? 0),
    lastSentAt: new Date(Math.max(...taken.map(({ record }) => record.endsAt))),
    noted: first?.noted,
  };
}

function shown(stored: readonly Stored[]): Intent[] {
  return stored.map(({ record }) => intentOf(record));
}
