import { fork } from "node:child_process";
import { once } from "node:events";

/**
 * Runs a script in several processes at once and adds up what they count.
 *
 * @param script - File to run; it calls {@link tell} once.
 * @param count - Processes.
 * @param args - What each of them is told.
 */
export async function inProcesses(
  script: string,
  count: number,
  args: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const totals: Record<string, number> = {};
  await Promise.all(
    Array.from({ length: count }, async () => {
      const child = fork(script, args);
      const ended = once(child, "exit");
      const [counts] = (await Promise.race([
        once(child, "message"),
        ended.then(([code]) => {
          throw new Error(`${script} ended with ${String(code)}`);
        }),
      ])) as [Record<string, number>];
      for (const [name, value] of Object.entries(counts)) totals[name] = (totals[name] ?? 0) + value;
      await ended;
    }),
  );
  return totals;
}

/** Says what this process counted, and ends it. */
export function tell(counts: Readonly<Record<string, number>>): void {
  process.send?.(counts, () => process.exit(0));
}
