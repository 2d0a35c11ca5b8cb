import type { Desk } from "./desk.ts";

/** Customers to a request. The vendor documents no limit; a smaller batch is less to look up after a lost answer. */
const batch = 25;

/**
 * Queues everybody whom nobody has ordered yet.
 *
 * Batches are cut the same way every time and named by their first customer, so calling it again adds nothing twice.
 *
 * @returns Batches that were queued.
 */
export async function enqueue({ book, queues, settings }: Desk): Promise<number> {
  const unsent = new Set(await book.unsentIds());
  const batches = new Map<number, number[]>();
  for (const id of unsent) {
    const first = Math.floor((id - 1) / batch) * batch + 1;
    batches.set(first, [...(batches.get(first) ?? []), id]);
  }
  await queues.screen.addBulk(
    [...batches].map(([first, customers]) => ({
      name: "screen",
      data: { customers },
      opts: { jobId: `batch-${first}` },
    })),
  );
  await queues.sweep.upsertJobScheduler("sweep", { every: Math.max(1000, settings.overdueMs / 2) });
  return batches.size;
}
