import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import type { DatedDeed } from "../stage/deeds.js";

/** What a state file begins with. */
interface Head {
  readonly sandbox: 1;
  /** What random ids follow from. */
  readonly salt: number;
  /** Where the sandbox's time began, in milliseconds since 1970. */
  readonly startAt: number;
}

/** A file that keeps what was done, a line each, for another sandbox to do again. */
export interface StateFile extends Head {
  readonly deeds: readonly DatedDeed[];
  note(deed: DatedDeed): void;
}

/**
 * Opens a state file, and makes it when there is none. It holds requests whole, so it is readable by its owner alone.
 *
 * @throws `TypeError` when the file is something else, and the system's error when it cannot be read.
 */
export function openStateFile(file: string, startAt: number): StateFile {
  const [first, ...lines] = read(file);
  const head =
    first === undefined
      ? { sandbox: 1 as const, salt: Math.floor(Math.random() * 2 ** 32), startAt }
      : headOf(file, first);
  const begin = (): void => writeFileSync(file, `${JSON.stringify(head)}\n`, { mode: 0o600 });
  if (first === undefined) begin();
  return {
    ...head,
    deeds: lines.map((line) => JSON.parse(line) as DatedDeed),
    note(deed) {
      if (deed.deed === "reset") begin();
      else appendFileSync(file, `${JSON.stringify(deed)}\n`);
    },
  };
}

function headOf(file: string, line: string): Head {
  try {
    const head = JSON.parse(line) as Head;
    if (head.sandbox === 1) return head;
  } catch {
    // Said below.
  }
  throw new TypeError(`${file} is no state file of a sandbox.`);
}

function read(file: string): string[] {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
