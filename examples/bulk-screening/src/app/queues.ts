import { Queue, type QueueOptions } from "bullmq";
import { Redis } from "ioredis";

/** Customers to screen. Ids only: no person goes through Redis. */
export interface ScreenJob {
  readonly customers: readonly number[];
}

/** A task whose record is to be read at the vendor. */
export interface ReadJob {
  readonly task_id: number;
}

/** A connection that waits for a Redis that is away, as a queue's worker must. */
export function connect(port: number): Redis {
  const redis = new Redis({
    port,
    host: "127.0.0.1",
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(50 * times, 500),
  });
  // It comes back by itself; without a listener each attempt would be printed.
  redis.on("error", () => undefined);
  return redis;
}

export interface Queues {
  readonly screen: Queue<ScreenJob>;
  readonly read: Queue<ReadJob>;
  readonly sweep: Queue<object>;
}

export function openQueues(connection: Redis): Queues {
  const options: QueueOptions = {
    connection,
    defaultJobOptions: {
      // A batch waits out an outage here, not in a worker's memory.
      attempts: 50,
      backoff: { type: "fixed", delay: 1000 },
      removeOnComplete: true,
      removeOnFail: false,
    },
  };
  return {
    screen: new Queue<ScreenJob>("screen", options),
    read: new Queue<ReadJob>("read", options),
    sweep: new Queue<object>("sweep", { ...options, defaultJobOptions: { removeOnComplete: true, removeOnFail: 10 } }),
  };
}

/** Asks for a record, once however often it is asked for while it waits. */
export async function requestReads(queue: Queue<ReadJob>, tasks: readonly number[]): Promise<void> {
  await queue.addBulk(
    tasks.map((task_id) => ({ name: "read", data: { task_id }, opts: { jobId: `task-${task_id}` } })),
  );
}
