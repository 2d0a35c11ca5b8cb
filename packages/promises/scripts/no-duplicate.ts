/**
 * Buys through a vendor that breaks a quarter of the calls, over real sockets, and counts what was bought twice.
 *
 * Each billed operation of each vendor, 100 times, or 500 with `--full`; `--each N` for another number. The same vendor is then asked by a client that sends again whatever
 * happens: it must be seen to buy twice, or the count proves nothing.
 */
import { billedOperations, type BilledOperation } from "../src/billed.ts";
import { buyerOf, type Habit } from "../src/buyer.ts";
import { isFull, report, seed, valueOf } from "../src/measure.ts";
import { randomFrom } from "../src/random.ts";
import { startVendor } from "../src/vendor-server.ts";

const each = Number(valueOf("--each") ?? (isFull ? 500 : 100));
const lanes = 16;

async function run(operation: BilledOperation, calls: number, habit: Habit, random: () => number) {
  const server = await startVendor(operation, 0.25, random);
  const buy = buyerOf(operation, server.url, habit);
  const ends = { done: 0, unsettled: 0, refused: 0 };
  const bought = new Set<number>();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let n = next++; n < calls; n = next++) {
      const end = await buy(n);
      ends[end]++;
      if (end === "done") bought.add(n);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  // What the vendor does late counts as well.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const done = server.done();
  await server.close();
  for (const [n, count] of done)
    if (count > 1 && habit === "by the book") console.log("twice:", operation.name, n, server.story(n).join(" | "));
  const twice = [...done.values()].filter((count) => count > 1).length;
  // What the application believes it has, and the vendor never did.
  const imagined = [...bought].filter((n) => !done.has(n)).length;
  return { calls, twice, imagined, ends, ...server.asked };
}

const began = performance.now();
const all = { calls: 0, twice: 0, imagined: 0, requests: 0, faults: 0, unsettled: 0 };
const queue = [...billedOperations.entries()];
async function worker(): Promise<void> {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) await measure(...next);
}
async function measure(at: number, operation: BilledOperation): Promise<void> {
  const result = await run(operation, each, "by the book", randomFrom(seed + at));
  console.log(operation.vendor, operation.name, JSON.stringify(result));
  all.calls += result.calls;
  all.twice += result.twice;
  all.imagined += result.imagined;
  all.requests += result.requests;
  all.faults += result.faults;
  all.unsettled += result.ends.unsettled;
}
await Promise.all(Array.from({ length: 8 }, worker));
const search = billedOperations.find(({ name }) => name === "createSearchTasks");
const blind = search === undefined ? undefined : await run(search, each, "blind", randomFrom(seed));
console.log("blind", JSON.stringify(blind), `${((performance.now() - began) / 1000).toFixed(1)} s`);
const blindShare = (blind?.twice ?? 0) / (blind?.calls ?? 1);
const share = Math.round((100 * all.faults) / all.requests);
report({
  id: "no-duplicate",
  promise: `Nothing is bought twice: ${billedOperations.length} billed operations of four vendors over sockets, a quarter of the requests broken in 10 ways`,
  wanted: "0 bought twice, 0 taken for bought that were not",
  seen: `${all.twice} and ${all.imagined} of ${all.calls} calls (${share} % of ${all.requests} requests broken, ${all.unsettled} left for a callback or a person); a client that sends again blindly: ${blind?.twice} of ${blind?.calls}`,
  kept: all.twice + all.imagined === 0 && share >= 23 && blindShare >= 0.1,
});
