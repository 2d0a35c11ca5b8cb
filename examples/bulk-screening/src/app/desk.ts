import { createIntents, type Intents, KryptogoClient } from "@x/kryptogo";
import {
  bullHandOver,
  type CallbackJob,
  createKryptogoReceiver,
  type KryptogoEvent,
  RedisStore,
  type SweepingReceiver,
  type TaskPathProof,
  taskPathProof,
} from "@x/kryptogo/callbacks";
import type { Redis } from "ioredis";
import { Book } from "./book.ts";
import { connect, openQueues, type Queues } from "./queues.ts";
import { write } from "./results.ts";
import type { Settings } from "./settings.ts";

/** Everything that a process of the screening works with: all of them have the same. */
export class Desk {
  readonly settings: Settings;
  readonly redis: Redis;
  readonly queues: Queues;
  readonly book: Book;
  readonly intents: Intents;
  readonly kryptogo: KryptogoClient;
  readonly proof: TaskPathProof;
  /** The receiving process feeds it, the workers do its work, and sweep. */
  readonly receiver: SweepingReceiver;

  constructor(settings: Settings) {
    this.settings = settings;
    this.redis = connect(settings.redisPort);
    const store = new RedisStore(this.redis);
    this.queues = openQueues(this.redis);
    this.book = new Book(settings.databaseUrl);
    this.intents = createIntents({ store });
    this.kryptogo = new KryptogoClient({
      baseUrl: settings.vendorUrl,
      apiKey: settings.apiKey,
      intents: this.intents,
    });
    this.proof = taskPathProof(settings.callbackKey);
    this.receiver = createKryptogoReceiver({
      proofs: [this.proof],
      store,
      client: this.kryptogo,
      handOver: bullHandOver(this.queues.callbacks),
      leaseMs: settings.lockMs,
      onEvent: async (event: KryptogoEvent) => await write(this, event),
      onDeadLetter: async (job: CallbackJob) => await this.book.complain(job.id),
    });
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
    await this.book.close();
    this.redis.disconnect();
  }
}
