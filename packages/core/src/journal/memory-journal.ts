import { keepBooks } from "../books/books.js";
import type { Journal, JournalEntry } from "./types.js";

/** A journal in the memory of one process, for tests. It keeps the latest entries. */
export class MemoryJournal implements Journal {
  /** @hidden */
  readonly keep = keepBooks;
  readonly #entries: JournalEntry[] = [];
  readonly #maxEntries: number;

  /** @param maxEntries - How many it keeps. Default 10,000. */
  constructor(maxEntries: number = 10_000) {
    this.#maxEntries = maxEntries;
  }

  /** What was noted, oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  append(entry: JournalEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > this.#maxEntries) this.#entries.shift();
  }
}
