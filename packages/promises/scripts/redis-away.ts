/**
 * What each kind of shared state does while a real Redis is silent, and while it is gone, and whether all go on when it is
 * back. Tokens, rates and the callbacks of an enclave go on without it; what is bought, and what can be read back later, waits.
 */
import { createIntents, createSpendGuard, isSdkError, RateLimit, RedisStore, TokenStore } from "@x/core";
import { serve } from "@x/core/testing/node";
import { KryptogoClient } from "@x/kryptogo";
import { KycPortalClient } from "@x/kyc-portal";
import { report } from "../src/measure.ts";
import { connectRedis, startRedis } from "../src/own-redis.ts";
import { twoReceivers } from "../src/two-receivers.ts";

const each = 20;
const timeout = 2000;

const server = await startRedis();
const redis = connectRedis(server.port);
const store = new RedisStore(redis);
let posts = 0;
const vendor = await serve(async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === "/connect/token") return Response.json({ access_token: "t", token_type: "Bearer", expires_in: 600 });
  if (request.method === "POST") posts++;
  return Response.json({});
});
const off = { responseValidation: "off" } as const;
const address = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT";
const usual = { baseUrl: vendor.url, apiKey: "test-token", timeout } as const;
const spending = new KryptogoClient({ ...usual, spend: createSpendGuard({ store, maxBillable: 1_000_000 }) });
const intending = new KryptogoClient({ ...usual, intents: createIntents({ store }) });
const limited = new KryptogoClient({ ...usual, rateLimit: new RateLimit({ store, perSecond: 1000, burst: 100 }) });
const { readBack, enclave } = twoReceivers(store);

let number = 0;
const ended = async (call: Promise<unknown>): Promise<string> =>
  await call.then(
    () => "done",
    (error: unknown) => (isSdkError(error) ? error.outcome : "not ours"),
  );
interface Kind {
  readonly name: string;
  readonly away: string;
  readonly back: string;
  readonly once: (n: number) => Promise<string>;
}

const kinds: readonly Kind[] = [
  {
    name: "a shared token",
    away: "done",
    back: "done",
    // A new client each time: none has a token of its own yet.
    once: async () => {
      const credential = { clientId: "test-client", clientSecret: "test-secret" };
      const client = new KycPortalClient({
        baseUrl: vendor.url,
        ...credential,
        timeout,
        tokenStore: new TokenStore(store),
      });
      return await ended(client.reference.listJurisdictions(undefined, off));
    },
  },
  {
    name: "a shared rate",
    away: "done",
    back: "done",
    once: async () => await ended(limited.searchTasks.getSummary({ task_id: 1 }, off)),
  },
  {
    name: "an intent",
    away: "not_sent",
    back: "done",
    once: async (n) => await ended(intending.kya.create({ address }, { ...off, reference: `r-${n}` })),
  },
  {
    name: "a spend limit",
    away: "not_sent",
    back: "done",
    once: async () => await ended(spending.kya.create({ address }, off)),
  },
  {
    name: "a callback that can be read back",
    away: "503",
    back: "200",
    once: async (n) => String(await readBack(n)),
  },
  {
    name: "a callback of an enclave",
    away: "200",
    back: "200",
    once: async (n) => String(await enclave(n)),
  },
];

/** Answers and milliseconds of twenty calls of each kind. */
async function round(): Promise<Map<string, { answers: Set<string>; slowestMs: number }>> {
  const seen = new Map<string, { answers: Set<string>; slowestMs: number }>();
  for (const { name, once } of kinds) {
    const answers = new Set<string>();
    let slowestMs = 0;
    await Promise.all(
      Array.from({ length: each }, async () => {
        const began = performance.now();
        answers.add(await once(++number));
        slowestMs = Math.max(slowestMs, performance.now() - began);
      }),
    );
    seen.set(name, { answers, slowestMs });
  }
  return seen;
}

const wrong: string[] = [];
const told: string[] = [];
async function look(when: string, wanted: "away" | "back"): Promise<void> {
  for (const [name, { answers, slowestMs }] of await round()) {
    const kind = kinds.find((one) => one.name === name);
    const all = [...answers].join(" and ");
    const line = `${when}: ${name} ended as ${all} within ${(slowestMs / 1000).toFixed(1)} s`;
    console.log(line);
    // The call's own limit, and five seconds at most to write down what became of it.
    if (all !== kind?.[wanted] || slowestMs > timeout + 5500) wrong.push(line);
    if (when !== "before") told.push(`${name} ${all} ${(slowestMs / 1000).toFixed(1)} s`);
  }
}

try {
  await look("before", "back");
  const bought = posts;
  server.freeze();
  await look("silent", "away");
  server.thaw();
  await look("after silence", "back");
  const between = posts;
  await server.kill();
  await look("gone", "away");
  await server.begin();
  await look("after a restart", "back");
  const expected = 2 * each;
  for (const one of wrong) console.log(`wrong: ${one}`);
  report({
    id: "redis-away",
    promise:
      "While a shared Redis is silent or gone, tokens, rates and enclave callbacks go on, purchases and callbacks that can be read back are refused, and all go on when it is back",
    wanted: `${kinds.length} kinds as said, ${each} of each, in 4 states; no purchase without its record`,
    seen: `${wrong.length} wrong; ${bought} bought before, ${between - bought} after the silence, ${posts - between} after the restart`,
    kept: wrong.length === 0 && bought === expected && between - bought === expected && posts - between === expected,
  });
} finally {
  redis.disconnect();
  await vendor.close();
  await server.stop();
}
