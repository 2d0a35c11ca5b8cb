import type { CallbackJob } from "@x/kryptogo/callbacks";
import { type DefaultJobOptions, Queue } from "bullmq";
import { Redis } from "ioredis";

/** Customers to screen. Ids only: no person goes through Redis. */
export interface ScreenJob {
  readonly customers: readonly number[];
}

export interface Queues {
  readonly screen: Queue<ScreenJob>;
  readonly callbacks: Queue<CallbackJob>;
  readonly sweep: Queue<object>;
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

export function openQueues(connection: Redis): Queues {
  // A batch waits out an outage here, not in a worker's memory.
  const patient: DefaultJobOptions = {
    attempts: 50,
    backoff: { type: "fixed", delay: 1000 },
    removeOnComplete: true,
    removeOnFail: false,
  };
  const queues = {
    screen: new Queue<ScreenJob>("screen", { connection, defaultJobOptions: patient }),
    callbacks: new Queue<CallbackJob>("callbacks", { connection }),
    sweep: new Queue<object>("sweep", {
      connection,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: 10 },
    }),
  };
  // A queue repeats what its connection says, which comes back by itself.
  for (const queue of Object.values(queues)) queue.on("error", () => undefined);
  return queues;
}
