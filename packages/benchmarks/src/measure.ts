/** What a case found: processor time of one call in microseconds, or another figure by name. */
export type Figures = Readonly<Record<string, number>>;

/**
 * Microseconds of processor time that one run takes, the least of several rounds.
 *
 * Processor time and not the clock, and the least and not the mean: what else the machine does only ever adds.
 */
export async function cost(run: () => unknown, { warm = 12_000, each = 1500, rounds = 5 } = {}): Promise<number> {
  for (let n = 0; n < warm; n++) await run();
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (let n = 0; n < each; n++) await run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / each);
  }
  return least;
}

/** {@link cost} of what does not wait. */
export function costSync(run: () => unknown, { warm = 20_000, each = 20_000, rounds = 5 } = {}): number {
  for (let n = 0; n < warm; n++) run();
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (let n = 0; n < each; n++) run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / each);
  }
  return least;
}
