/**
 * What several processes share through a real Redis: one token, one spend limit, one rate.
 *
 * Eight processes work against one vendor, which counts.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { serve } from "@x/core/testing/node";
import { report } from "../src/measure.ts";
import { startRedis } from "../src/own-redis.ts";
import { inProcesses } from "../src/processes.ts";

const workers = 8;
const each = 125;
const calls = workers * each;
/** Ten seconds of a token's life are never used, so this one lasts for one. */
const firstTokenSeconds = 11;
const script = fileURLToPath(new URL("../src/shared-worker.ts", import.meta.url));
const redis = await startRedis();

/** What the vendor saw, by method and path, with the times. */
const seen = { tokens: 0, posts: 0, arrivals: [] as number[] };
const vendor = await serve(async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === "/connect/token") {
    seen.tokens++;
    const expires_in = seen.tokens === 1 ? firstTokenSeconds : 600;
    return Response.json({ access_token: `token-${seen.tokens}`, token_type: "Bearer", expires_in });
  }
  if (request.method === "POST") seen.posts++;
  seen.arrivals.push(performance.now());
  return Response.json({});
});
const run = async (what: string, processes: number, times: number, limit = 0): ReturnType<typeof inProcesses> =>
  await inProcesses(script, processes, [what, `${redis.port}`, vendor.url, `${times}`, `${limit}`]);

try {
  await run("token", 1, 1);
  await sleep(1100);
  const before = seen.tokens;
  const { done = 0 } = await run("token", workers, each);
  report({
    id: "one-token",
    promise: "Many processes on an expired token ask for one new token",
    wanted: `1 token request for ${calls} calls of ${workers} processes`,
    seen: `${seen.tokens - before}, with ${done} calls answered`,
    kept: before === 1 && seen.tokens - before === 1 && done === calls,
  });

  const bought = await run("spend", workers, each, 500);
  report({
    id: "one-spend-limit",
    promise: "Many processes under one spend limit buy exactly what it allows",
    wanted: `500 billed of ${calls} tried in ${workers} processes`,
    seen: `${seen.posts} billed, ${bought["spend_limit"] ?? 0} refused before anything was sent`,
    kept: seen.posts === 500 && bought["done"] === 500 && bought["spend_limit"] === calls - 500,
  });

  seen.arrivals = [];
  const perSecond = 200;
  const paced = await run("rate", workers, each, perSecond);
  const seconds = ((seen.arrivals.at(-1) ?? 0) - (seen.arrivals[0] ?? 0)) / 1000;
  const least = (calls - 20) / perSecond;
  report({
    id: "one-rate",
    promise: "Many processes under one rate limit keep to it together",
    wanted: `${calls} calls of ${workers} processes at 200 a second take ${least.toFixed(1)} s or more`,
    seen: `${seconds.toFixed(1)} s, ${paced["done"] ?? 0} calls answered`,
    // Two ticks of the clock may be a few milliseconds apart; a limit that is not shared would be eight times as fast.
    kept: seconds >= least * 0.98 && paced["done"] === calls,
  });
} finally {
  await vendor.close();
  await redis.stop();
}
