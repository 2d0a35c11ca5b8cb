import type { Store } from "@x/core";
import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

interface Entry {
  /** Absent once it was removed. */
  readonly value?: string;
  readonly until: number;
}

/**
 * A store in a folder, for processes that are killed: every change is one `link`, which happens or does not.
 *
 * Each key is a folder, each change of it a file with the next number; who links a number first has made the change.
 * Nothing is swept: it is for tests.
 */
export class FileStore implements Store {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(key: string): Promise<string | undefined> {
    return (await this.#last(key)).value;
  }

  async putIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean> {
    return await this.#change(key, (now) => now === undefined, { value, until: Date.now() + ttlMs });
  }

  async compareAndSet(key: string, expected: string, value: string, ttlMs: number): Promise<boolean> {
    return await this.#change(key, (now) => now === expected, { value, until: Date.now() + ttlMs });
  }

  async delete(key: string, expected?: string): Promise<boolean> {
    const fits = (now: string | undefined): boolean => now !== undefined && (expected ?? now) === now;
    return await this.#change(key, fits, { until: 0 });
  }

  async #change(key: string, fits: (now: string | undefined) => boolean, entry: Entry): Promise<boolean> {
    const folder = this.#of(key);
    await mkdir(folder, { recursive: true });
    const { number, value } = await this.#last(key);
    if (!fits(value)) return false;
    const written = join(this.#folder, `new-${randomUUID()}`);
    await writeFile(written, JSON.stringify(entry));
    try {
      await link(written, join(folder, String(number + 1)));
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== "EEXIST") throw error;
      // Somebody else changed it first; whether this change still fits is seen anew.
      return await this.#change(key, fits, entry);
    } finally {
      await unlink(written);
    }
  }

  async #last(key: string): Promise<{ number: number; value: string | undefined }> {
    const folder = this.#of(key);
    const names = await readdir(folder).catch(() => []);
    const number = Math.max(0, ...names.map(Number));
    if (number === 0) return { number, value: undefined };
    const { value, until } = JSON.parse(await readFile(join(folder, String(number)), "utf8")) as Entry;
    return { number, value: until > Date.now() ? value : undefined };
  }

  #of(key: string): string {
    return join(this.#folder, createHash("sha256").update(key).digest("hex"));
  }
}
