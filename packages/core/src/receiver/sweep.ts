import type { Pending, SweepingReceiver, SweepOptions, SweepReport, WorkOutcome } from "./types.js";

/** What does the looking, and reports what goes wrong. */
interface Looker {
  look(subject: string): Promise<WorkOutcome | undefined>;
}

/** The backstop for callbacks that never came: the same reading and telling, asked for by us. */
export function sweepWith(looker: Looker): SweepingReceiver["sweep"] {
  return async (pending, options = {}) => {
    const counts = { read: 0, delivered: 0, skipped: 0, failed: 0 };
    const all = iterate(pending);
    const lanes = Array.from(
      { length: options.concurrency ?? 4 },
      async () => await lane(looker, all, options, counts),
    );
    await Promise.all(lanes);
    return counts satisfies SweepReport;
  };
}

async function lane(
  looker: Looker,
  pending: AsyncGenerator<Pending>,
  { afterMs = 600_000, signal }: SweepOptions,
  counts: { -readonly [Name in keyof SweepReport]: number },
): Promise<void> {
  for (let one = await pending.next(); one.done !== true; one = await pending.next()) {
    if (signal?.aborted === true) return;
    const { subject, since } = one.value;
    if (Date.now() - since.getTime() < afterMs) {
      counts.skipped++;
      continue;
    }
    try {
      const outcome = await looker.look(subject);
      if (outcome === undefined) counts.skipped++;
      else counts.read++;
      if (outcome === "delivered") counts.delivered++;
    } catch {
      counts.failed++;
    }
  }
}

/** A generator hands each lane its own next one. */
async function* iterate(pending: Iterable<Pending> | AsyncIterable<Pending>): AsyncGenerator<Pending> {
  yield* pending;
}
