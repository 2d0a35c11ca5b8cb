import { keepBooks } from "../books/books.js";
import type { Journal, JournalEntry } from "./types.js";

/**
 * Makes a journal of any place that takes an entry: a table, a topic, a log.
 *
 * @param append - Adds one entry, and resolves when it is safe; the call waits for it, at most 5 s.
 *
 * @example
 * const journal = createJournal(async (entry) => void (await db.insert("calls", entry)));
 */
export function createJournal(append: (entry: JournalEntry) => void | Promise<void>): Journal {
  return { keep: keepBooks, append };
}
