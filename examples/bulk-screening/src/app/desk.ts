import { KryptogoClient } from "@x/kryptogo";
import { RedisStore } from "@x/core";
import type { Redis } from "ioredis";
import { Book } from "./book.ts";
import { connect, openQueues, type Queues } from "./queues.ts";
import type { Settings } from "./settings.ts";

/** Everything that a process of the screening works with. */
export class Desk {
  readonly settings: Settings;
  readonly redis: Redis;
  readonly store: RedisStore;
  readonly queues: Queues;
  readonly book: Book;
  readonly kryptogo: KryptogoClient;

  constructor(settings: Settings) {
    this.settings = settings;
    this.redis = connect(settings.redisPort);
    this.store = new RedisStore(this.redis);
    this.queues = openQueues(this.redis);
    this.book = new Book(settings.databaseUrl);
    this.kryptogo = new KryptogoClient({ baseUrl: settings.vendorUrl, apiKey: settings.apiKey });
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
    await this.book.close();
    this.redis.disconnect();
  }
}
