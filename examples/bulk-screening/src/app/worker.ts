import { isSdkError } from "@x/kryptogo";
import { bullProcessor, type CallbackJob, type Pending } from "@x/kryptogo/callbacks";
import { type Job, UnrecoverableError, Worker, type WorkerOptions } from "bullmq";
import { Desk } from "./desk.ts";
import { order } from "./order.ts";
import type { ScreenJob } from "./queues.ts";
import { fromEnvironment } from "./settings.ts";

/** One worker process. It may be killed at any moment: what it knows is in Redis, in the book, or at the vendor. */
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

/** While the vendor is away nothing is bought: one batch after the other would end with its outcome unknown. */
const restMs = 3000;

const screening = new Worker<ScreenJob>(
  "screen",
  async (job) => {
    try {
      await order(desk, job.data.customers);
    } catch (error) {
      if (!isSdkError(error)) throw error;
      if (error.outcome === "rejected") throw new UnrecoverableError(error.message);
      if (error.outcome === "unknown") {
        await screening.rateLimit(restMs);
        throw Worker.RateLimitError();
      }
      throw error;
    }
  },
  options(4),
);

const processCallback = bullProcessor(desk.receiver);
const reading = new Worker<CallbackJob>("callbacks", async (job) => await processCallback(job), options(32));

/** Callbacks get lost: what waits for too long is read at the vendor. */
const sweeping = new Worker<object>(
  "sweep",
  async () => await desk.receiver.sweep(await overdue(), sweepOptions),
  options(1),
);
const sweepOptions = { afterMs: settings.overdueMs, concurrency: 16 };

async function overdue(): Promise<Pending[]> {
  const rows = await desk.book.overdue(settings.overdueMs, 1000);
  return rows.map(({ task_id, since }) => ({ subject: `search_task:${task_id}`, since }));
}

for (const worker of [screening, reading, sweeping]) worker.on("error", () => undefined);
screening.on("failed", (job, error) => void giveUp(job, error));

/** What no repetition mends is set aside for a person, with the library's own words: they hold nobody's data. */
async function giveUp(job: Job<ScreenJob> | undefined, error: Error): Promise<void> {
  const isOver =
    error instanceof UnrecoverableError || (job !== undefined && job.attemptsMade >= (job.opts.attempts ?? 1));
  if (job === undefined || !isOver) return;
  const rows = await desk.book.unsent(job.data.customers);
  await desk.book.giveUp(
    rows.map(({ reference }) => reference),
    error.message,
  );
}

process.on("SIGTERM", () => {
  void Promise.all([screening, reading, sweeping].map(async (worker) => await worker.close()))
    .then(async () => await desk.close())
    .then(() => process.exit(0));
});
// Nobody is left to stop it.
process.on("disconnect", () => process.exit(0));
