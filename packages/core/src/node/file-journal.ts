import { type FileHandle, open } from "node:fs/promises";
import { keepBooks } from "../books/books.js";
import type { Journal, JournalEntry } from "../journal/types.js";

/** Choices for {@link FileJournal}. */
export interface FileJournalOptions {
  /** Whether each entry is on the disk before the call returns: `true` survives a power cut, and costs a few milliseconds. Default false. */
  readonly sync?: boolean;
}

/**
 * A journal in a file: one line of JSON for each call, added at the end and never changed.
 *
 * Several processes may write to one file. Rotate it by moving it away and calling {@link FileJournal.close}; the next
 * entry begins a new one.
 *
 * @example
 * const journal = new FileJournal("/var/lib/app/calls.jsonl");
 */
export class FileJournal implements Journal {
  /** @hidden */
  readonly keep = keepBooks;
  readonly #path: string;
  readonly #sync: boolean;
  #file: Promise<FileHandle> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string, options: FileJournalOptions = {}) {
    this.#path = path;
    this.#sync = options.sync === true;
  }

  /** Adds one line. */
  async append(entry: JournalEntry): Promise<void> {
    const mine = this.#last.then(async () => await this.#write(`${JSON.stringify(entry)}\n`));
    // A line that could not be written must not keep the next one from it.
    this.#last = mine.catch(() => undefined);
    await mine;
  }

  /** Waits for what is being written and lets go of the file. */
  async close(): Promise<void> {
    await this.#last;
    const file = this.#file;
    this.#file = undefined;
    await (await file)?.close();
  }

  async #write(line: string): Promise<void> {
    // Opened for adding: one write of one line stays whole beside those of other processes.
    this.#file ??= open(this.#path, "a", 0o600).catch((error: unknown) => {
      this.#file = undefined;
      throw error;
    });
    const file = await this.#file;
    await file.appendFile(line);
    if (this.#sync) await file.datasync();
  }
}
