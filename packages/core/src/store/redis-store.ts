import type { Store } from "./types.js";

/** What is used of an `ioredis` client. */
export interface IoredisLike {
  /** Sends one command. */
  call(command: string, ...args: (string | number)[]): Promise<unknown>;
}

/** What is used of a client of the `redis` package. */
export interface NodeRedisLike {
  /** Sends one command. */
  sendCommand(args: string[]): Promise<unknown>;
}

/** Choices for a {@link RedisStore}. */
export interface RedisStoreOptions {
  /** Begins every key, to share a database. Default `x:`. */
  readonly prefix?: string;
}

const compareAndSetScript =
  "if redis.call('GET',KEYS[1])==ARGV[1] then redis.call('SET',KEYS[1],ARGV[2],'PX',ARGV[3]) return 1 end return 0";
const compareAndDeleteScript =
  "if redis.call('GET',KEYS[1])==ARGV[1] then return redis.call('DEL',KEYS[1]) end return 0";

/**
 * A store in Redis, through the client that you already have: `ioredis`, or `redis` version 4 and up.
 *
 * It opens nothing and closes nothing. Every operation is one command, so it is as atomic as Redis is. A cluster works
 * with `ioredis`. Let the server evict nothing (`noeviction`): an evicted key is a duplicate that nobody notices.
 *
 * @example
 * const store = new RedisStore(new Redis(process.env.REDIS_URL));
 */
export class RedisStore implements Store {
  readonly #send: (command: string, ...args: string[]) => Promise<unknown>;
  readonly #prefix: string;

  constructor(client: IoredisLike | NodeRedisLike, options: RedisStoreOptions = {}) {
    this.#prefix = options.prefix ?? "x:";
    // ioredis has a sendCommand as well, which takes something else.
    this.#send = isIoredis(client)
      ? async (command, ...args) => await client.call(command, ...args)
      : async (command, ...args) => await client.sendCommand([command, ...args]);
  }

  async get(key: string): Promise<string | undefined> {
    const value = await this.#send("GET", this.#prefix + key);
    return typeof value === "string" ? value : undefined;
  }

  async putIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean> {
    return String(await this.#send("SET", this.#prefix + key, value, "PX", millis(ttlMs), "NX")) === "OK";
  }

  async compareAndSet(key: string, expected: string, value: string, ttlMs: number): Promise<boolean> {
    const done = await this.#send("EVAL", compareAndSetScript, "1", this.#prefix + key, expected, value, millis(ttlMs));
    return Number(done) === 1;
  }

  async delete(key: string, expected?: string): Promise<boolean> {
    const name = this.#prefix + key;
    const done =
      expected === undefined
        ? await this.#send("DEL", name)
        : await this.#send("EVAL", compareAndDeleteScript, "1", name, expected);
    return Number(done) === 1;
  }
}

/** Redis refuses fractions and 0. */
function millis(ttlMs: number): string {
  return String(Math.max(1, Math.ceil(ttlMs)));
}

function isIoredis(client: IoredisLike | NodeRedisLike): client is IoredisLike {
  return typeof (client as Partial<IoredisLike>).call === "function";
}
