import { pause } from "../reconcile.js";
import type { Store } from "./types.js";

/** Choices for a {@link Mailbox}. */
export interface MailboxOptions {
  /** Where letters lie. A shared store joins processes: one receives, another waits. */
  readonly store: Store;
  /** Milliseconds that a letter is kept. Default one day. */
  readonly ttlMs?: number;
  /** Longest pause between two looks into the store, in milliseconds. Default 1000. */
  readonly pollMs?: number;
}

/** Choices for one wait. */
export interface MailboxWait {
  /** Milliseconds waited at most. */
  readonly timeoutMs: number;
  /** Ends the wait. */
  readonly signal?: AbortSignal | undefined;
  /** Whether a letter is the awaited one. Default any. */
  readonly accept?: (letter: string) => boolean;
}

/**
 * Hands what a callback brought to who waits for it, in this process at once, in another one through the store.
 *
 * A letter may come before anybody waits, and stays until its time is over. The latest letter of a subject counts.
 */
export class Mailbox {
  /** Where letters lie. */
  readonly store: Store;
  readonly #ttlMs: number;
  readonly #pollMs: number;
  readonly #waiting = new Map<string, Set<(letter: string) => void>>();

  constructor(options: MailboxOptions) {
    this.store = options.store;
    this.#ttlMs = options.ttlMs ?? 86_400_000;
    this.#pollMs = options.pollMs ?? 1000;
    // `console.log` of whatever holds a mailbox must not print the letters of a memory store.
    Object.defineProperty(this, "store", { enumerable: false });
  }

  /** Leaves a letter. Who waits in this process has it even if the store fails. */
  async put(subject: string, letter: string): Promise<void> {
    for (const take of this.#waiting.get(subject) ?? []) take(letter);
    const key = keyOf(subject);
    for (;;) {
      if (await this.store.putIfAbsent(key, letter, this.#ttlMs)) return;
      const present = await this.store.get(key);
      if (present !== undefined && (await this.store.compareAndSet(key, present, letter, this.#ttlMs))) return;
    }
  }

  /** The latest letter of a subject. */
  async read(subject: string): Promise<string | undefined> {
    return await this.store.get(keyOf(subject));
  }

  /** Waits for a letter; `undefined` when the time is over or the signal was aborted. */
  async wait(subject: string, { timeoutMs, signal, accept = () => true }: MailboxWait): Promise<string | undefined> {
    const began = performance.now();
    const slot: { letter?: string } = {};
    const arrived = new AbortController();
    const stop = this.#listen(subject, (letter) => {
      if (slot.letter !== undefined || !accept(letter)) return;
      slot.letter = letter;
      arrived.abort();
    });
    const either = signal === undefined ? arrived.signal : AbortSignal.any([arrived.signal, signal]);
    try {
      for (let delay = 50; ; delay = Math.min(delay * 2, this.#pollMs)) {
        const stored = slot.letter ?? (await this.read(subject));
        if (slot.letter !== undefined) return slot.letter;
        if (stored !== undefined && accept(stored)) return stored;
        const left = timeoutMs - (performance.now() - began);
        if (left <= 0 || signal?.aborted === true) return undefined;
        await pause(Math.min(delay, left), either);
      }
    } finally {
      stop();
    }
  }

  #listen(subject: string, take: (letter: string) => void): () => void {
    const takers = this.#waiting.get(subject) ?? new Set();
    this.#waiting.set(subject, takers.add(take));
    return () => {
      if (takers.delete(take) && takers.size === 0) this.#waiting.delete(subject);
    };
  }
}

function keyOf(subject: string): string {
  return `mail:${subject}`;
}
