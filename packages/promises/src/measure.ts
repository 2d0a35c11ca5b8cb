/** What one promise came to: one line of JSON on standard output, and one row of `docs/promises.md`. */
export interface PromiseLine {
  /** Short name that stays, such as `one-post`. */
  readonly id: string;
  /** What is promised, in one sentence. */
  readonly promise: string;
  /** The number that it takes; the same at either size. */
  readonly wanted: string;
  /** The number that was seen. */
  readonly seen: string;
  readonly kept: boolean;
  /** What a reader types to see it again, from the root of the workspace. */
  readonly command: string;
  readonly seed: number;
}

/** How large a measurement is: a minute's worth by default, the whole of it with `--full`. */
export const isFull: boolean = process.argv.includes("--full");

/** The seed, from `--seed N`, else a fixed one: a run can be repeated. */
export const seed: number = Number(valueOf("--seed") ?? 20_261_121);

/** The value that follows a flag. */
export function valueOf(flag: string): string | undefined {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Prints the line, and makes the process fail when the promise was not kept. */
export function report(line: Omit<PromiseLine, "command" | "seed">): void {
  const script = process.argv[1]?.replace(/^.*\/packages\//, "packages/") ?? "";
  const command = `node ${script}${isFull ? " --full" : ""} --seed ${seed}`;
  console.log(JSON.stringify({ ...line, command, seed } satisfies PromiseLine));
  if (!line.kept) process.exitCode = 1;
}

/** Reads what a measurement printed; other lines are for people. */
export function linesOf(output: string): PromiseLine[] {
  return output.split("\n").flatMap((line) => {
    if (!line.startsWith('{"id":')) return [];
    return [JSON.parse(line) as PromiseLine];
  });
}
