import type { Store } from "@x/core";

/** What is known of an assessment that somebody, in whatever process, is at. */
export type IntentState =
  /** The request is on its way. */
  | { readonly state: "sending"; readonly by: string }
  /** The enclave has it. */
  | { readonly state: "registered"; readonly requestId: string }
  /** The enclave may have it; `before` is the result that was there already. */
  | { readonly state: "unknown"; readonly before?: string | undefined }
  /** It is over. Kept for a moment, for those who waited along. */
  | { readonly state: "finished"; readonly requestId: string };

/** Gateways and late callbacks need this long; after it an assessment that nobody heard of may be asked for again. */
const settleMs = 360_000;
const ttl: Readonly<Record<IntentState["state"], number>> = {
  sending: settleMs,
  unknown: settleMs,
  registered: 86_400_000,
  finished: 10_000,
};

/** Makes sure that one assessment is paid once, however many ask for it at the same time. */
export class KytIntent {
  readonly #store: Store;
  readonly #key: string;
  #mine: string | undefined;

  constructor(store: Store, key: string) {
    this.#store = store;
    this.#key = `kyt-intent:${key}`;
  }

  /** Takes the assessment on, unless somebody is at it. */
  async claim(): Promise<"mine" | IntentState> {
    const wanted = JSON.stringify({ state: "sending", by: crypto.randomUUID() } satisfies IntentState);
    for (;;) {
      if (await this.#store.putIfAbsent(this.#key, wanted, ttl.sending)) break;
      const text = await this.#store.get(this.#key);
      if (text === undefined) continue;
      const present = JSON.parse(text) as IntentState;
      if (present.state !== "finished") return present;
      if (await this.#store.compareAndSet(this.#key, text, wanted, ttl.sending)) break;
    }
    this.#mine = wanted;
    return "mine";
  }

  /** What is known now; `undefined` when nobody is at it. */
  async read(): Promise<IntentState | undefined> {
    const text = await this.#store.get(this.#key);
    return text === undefined ? undefined : (JSON.parse(text) as IntentState);
  }

  /** Notes how far it is, if it is still ours to note. */
  async note(state: IntentState): Promise<void> {
    const text = JSON.stringify(state);
    const before = this.#mine ?? (await this.#store.get(this.#key));
    if (before !== undefined && (await this.#store.compareAndSet(this.#key, before, text, ttl[state.state])))
      this.#mine = text;
  }

  /** Gives it back: nothing was asked for. */
  async release(): Promise<void> {
    if (this.#mine !== undefined) await this.#store.delete(this.#key, this.#mine);
  }
}
