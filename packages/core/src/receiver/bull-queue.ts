import type { CallbackJob, HandOver, Receiver } from "./types.js";

/** With which options a job goes into a queue of BullMQ. */
export interface BullJobOptions {
  readonly jobId: string;
  readonly attempts: number;
  readonly backoff: { readonly type: "exponential"; readonly delay: number; readonly jitter: number };
  readonly removeOnComplete: true;
}

/** What is used of a `Queue` of BullMQ. */
export interface BullQueueLike {
  add(name: "callback", data: CallbackJob, options: BullJobOptions): Promise<unknown>;
}

/** What is used of a job that a `Worker` of BullMQ is given. */
export interface BullJobLike {
  readonly data: CallbackJob;
  /** Tries that failed before this one. */
  readonly attemptsMade: number;
  readonly opts: { readonly attempts?: number | undefined };
}

/** Choices for {@link bullHandOver}. */
export interface BullHandOverOptions {
  /** Tries until a job is given up. Default 8: over about four minutes. */
  readonly attempts?: number;
  /** Milliseconds before the second try; they double. Default 2000. */
  readonly backoffMs?: number;
}

/**
 * Hands callbacks over to a queue of BullMQ: what was acknowledged outlives the process.
 *
 * @param queue - Your own `Queue`. Redis has to keep what it is given: `appendonly yes`, `maxmemory-policy noeviction`.
 *
 * @example
 * import { bearerProof, bullHandOver, bullProcessor, type CallbackJob } from "@x/core/callbacks";
 * import { Queue, Worker } from "bullmq";
 *
 * const queue = new Queue<CallbackJob>("callbacks", { connection });
 * const receive = createSomeReceiver({ proofs: [bearerProof(token)], store, handOver: bullHandOver(queue), onEvent });
 * new Worker<CallbackJob>("callbacks", bullProcessor(receive), { connection, maxStalledCount: 100 });
 */
export function bullHandOver(queue: BullQueueLike, options: BullHandOverOptions = {}): HandOver {
  const { attempts = 8, backoffMs = 2000 } = options;
  return {
    async add(job) {
      await queue.add("callback", job, {
        // BullMQ takes a second job of one id for the first, and no colon in an id.
        jobId: encodeURIComponent(job.id),
        attempts,
        backoff: { type: "exponential", delay: backoffMs, jitter: 0.5 },
        removeOnComplete: true,
      });
    },
  };
}

/**
 * What a `Worker` of BullMQ does with such jobs. Give it `maxStalledCount: 100`: by default BullMQ gives a job up when its
 * worker died twice.
 */
export function bullProcessor(receiver: Pick<Receiver, "work" | "giveUp">): (job: BullJobLike) => Promise<string> {
  return async (job) => {
    try {
      return await receiver.work(job.data);
    } catch (error) {
      if (job.attemptsMade + 1 >= (job.opts.attempts ?? 1)) await receiver.giveUp(job.data, error);
      throw error;
    }
  };
}
