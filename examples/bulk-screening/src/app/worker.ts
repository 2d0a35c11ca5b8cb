import { isSdkError } from "@x/kryptogo";
import { type Job, UnrecoverableError, Worker, type WorkerOptions } from "bullmq";
import { Desk } from "./desk.ts";
import { type ReadJob, requestReads, type ScreenJob } from "./queues.ts";
import { readBack } from "./read-back.ts";
import { order } from "./order.ts";
import { fromEnvironment } from "./settings.ts";

/** One worker process. It may be killed at any moment: everything it knows is in Redis, in the book, or at the vendor. */
const settings = fromEnvironment(process.env);
const desk = new Desk(settings);
const options = (concurrency: number): WorkerOptions => ({
  connection: desk.redis,
  concurrency,
  lockDuration: settings.lockMs,
  stalledInterval: settings.lockMs,
  // A job goes from hand to hand as often as workers die.
  maxStalledCount: 1000,
  drainDelay: 1,
});

/** While the vendor is down, nothing is bought: one batch after the other would end with its outcome unknown. */
const breatherMs = 3000;

const screening = new Worker<ScreenJob>(
  "screen",
  async (job) => {
    try {
      await order(desk, job.data.customers);
    } catch (error) {
      if (isVendorDown(error)) {
        await screening.rateLimit(breatherMs);
        throw Worker.RateLimitError();
      }
      if (isSdkError(error) && error.outcome === "rejected") throw new UnrecoverableError(error.message);
      throw error;
    }
  },
  options(4),
);

const reading = new Worker<ReadJob>(
  "read",
  async (job) => void (await readBack(desk.kryptogo, desk.book, job.data.task_id)),
  options(32),
);

/** Callbacks get lost: who waits for too long is asked about. */
const sweeping = new Worker<object>(
  "sweep",
  async () => await requestReads(desk.queues.read, await desk.book.overdue(settings.overdueMs, 1000)),
  options(1),
);

for (const worker of [screening, reading, sweeping]) worker.on("error", () => undefined);
screening.on("failed", (job, error) => void giveUp(job, error));

/** What no repetition mends is set aside for a person, with the library's own words: they hold nobody's data. */
async function giveUp(job: Job<ScreenJob> | undefined, error: Error): Promise<void> {
  const over = error instanceof UnrecoverableError || (job !== undefined && job.attemptsMade >= (job.opts.attempts ?? 1));
  if (job === undefined || !over) return;
  const rows = await desk.book.unsent(job.data.customers);
  await desk.book.giveUp(
    rows.map(({ reference }) => reference),
    error.message,
  );
}

function isVendorDown(error: unknown): boolean {
  return isSdkError(error) && (error.outcome === "unknown" || error.code === "network" || error.code === "timeout");
}

process.on("SIGTERM", () => {
  void Promise.all([screening, reading, sweeping].map((worker) => worker.close()))
    .then(async () => await desk.close())
    .then(() => process.exit(0));
});

// Nobody is left to stop it.
process.on("disconnect", () => process.exit(0));
