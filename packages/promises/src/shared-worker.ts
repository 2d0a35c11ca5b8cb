/** One of several processes that share a Redis. Its arguments: what to do, Redis' port, the vendor's URL, and how often. */
import { isSdkError, KryptogoClient } from "@x/kryptogo";
import { KycPortalClient } from "@x/kyc-portal";
import { createSpendGuard, RateLimit, RedisStore, TokenStore } from "@x/core";
import { connectRedis } from "./own-redis.ts";
import { tell } from "./processes.ts";

const [what, port, url = "", times, limit] = process.argv.slice(2);
const redis = connectRedis(Number(port));
const store = new RedisStore(redis);
const off = { responseValidation: "off" } as const;

const kinds: Readonly<Record<string, () => (at: number) => Promise<unknown>>> = {
  token() {
    const client = new KycPortalClient({
      baseUrl: url,
      clientId: "test-client",
      clientSecret: "test-secret",
      tokenStore: new TokenStore(store),
      concurrency: 50,
    });
    return async () => await client.reference.listJurisdictions(undefined, off);
  },
  spend() {
    const spend = createSpendGuard({ store, maxBillable: Number(limit) });
    const client = new KryptogoClient({ baseUrl: url, apiKey: "test-token", spend });
    return async () => await client.kya.create({ address: "1BoatSLRHtKNngkdXEeobR76b53LETtpyT" }, off);
  },
  rate() {
    const rateLimit = new RateLimit({ store, perSecond: Number(limit), burst: 20 });
    const client = new KryptogoClient({ baseUrl: url, apiKey: "test-token", rateLimit, timeout: 60_000 });
    return async () => await client.searchTasks.getSummary({ task_id: 1 }, off);
  },
};

const call = kinds[what ?? ""]?.();
if (call === undefined) throw new Error("no such work");
const counts: Record<string, number> = { done: 0 };
await Promise.all(
  Array.from({ length: Number(times) }, async (_, at) => {
    try {
      await call(at);
      counts["done"] = (counts["done"] ?? 0) + 1;
    } catch (error) {
      const code = isSdkError(error) ? error.code : "not ours";
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }),
);
redis.disconnect();
tell(counts);
