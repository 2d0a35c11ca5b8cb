/**
 * Buys in simulated time from a vendor that breaks a quarter of the requests, does some of them up to 300 s after it gave
 * up, and shows them in its list up to 60 s after that; counts what was bought twice.
 *
 * 1,000,000 searches over 10 seeds with `--full`, else 20,000. Two clients that do it wrong are measured on 10,000 each:
 * one sends again at once, one looks up without waiting. They have to be seen to fail.
 */
import { isReconcilable, isSdkError } from "@x/core";
import { kryptogoTransport } from "@x/kryptogo";
import { createSearchTasks } from "@x/kryptogo/endpoints";
import { LateVendor } from "../src/late-vendor.ts";
import { isFull, report, seed } from "../src/measure.ts";
import { randomFrom } from "../src/random.ts";
import { VirtualTime } from "../src/virtual-time.ts";

type Habit = "resolve: auto" | "blind" | "no settle window";

async function bought(habit: Habit, calls: number, from: number) {
  const random = randomFrom(from);
  const time = new VirtualTime();
  const vendor = new LateVendor(time, random);
  const result = { calls, twice: 0, imagined: 0, done: 0 };
  await time.during(async () => {
    // A client of its own for each lane: a quarter of broken calls would use up the resends of one.
    const lane = async (first: number): Promise<void> => {
      for (let n = first; n < calls; n += lanes) {
        const reference = `case-${n}`;
        const done = await buy(habit, vendor, reference);
        if (done) result.done++;
        if (done && !vendor.tasks.has(reference)) result.imagined++;
      }
    };
    await Promise.all(Array.from({ length: lanes }, async (_, first) => await lane(first)));
  });
  for (const made of vendor.tasks.values()) if (made.length > 1) result.twice++;
  return { ...result, requests: vendor.requests, faults: vendor.faults };
}

const lanes = 500;

async function buy(habit: Habit, vendor: LateVendor, reference: string): Promise<boolean> {
  const client = kryptogoTransport({ baseUrl: "https://vendor.test", apiKey: "a-key", send: vendor.send });
  const tasks = [{ search_setting_id: 120, target: { type: 1 as const, name: "Zoë", birthday: "1990-01-01" } }];
  const send = async (): Promise<unknown> =>
    await client.request(
      createSearchTasks,
      { tasks },
      { reference, ...(habit === "resolve: auto" ? { resolve: "auto" as const } : {}) },
    );
  for (let tries = 1; ; tries++) {
    try {
      await send();
      return true;
    } catch (error) {
      if (!isSdkError(error)) throw error;
      if (habit === "resolve: auto" || tries === 2) return false;
      if (habit === "no settle window" && isReconcilable(error)) {
        const found = await error.reconcile({ settleMs: 0 }).catch(() => ({ status: "unclear" }));
        if (found.status !== "not_created") return found.status === "created";
      }
    }
  }
}

const size = isFull ? 100_000 : 2_000;
const sum = { calls: 0, twice: 0, imagined: 0, done: 0, requests: 0, faults: 0 };
for (let at = 0; at < 10; at++) {
  const result = await bought("resolve: auto", size, seed + at);
  console.log(`seed ${seed + at}`, JSON.stringify(result));
  for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += result[key];
}
const blind = await bought("blind", 10_000, seed);
const hasty = await bought("no settle window", 10_000, seed);
console.log("blind", JSON.stringify(blind));
console.log("no settle window", JSON.stringify(hasty));
report({
  id: "late-commit",
  promise:
    "Nothing is bought twice from a vendor that commits up to 300 s late and lists up to 60 s after that, in simulated time, over 10 seeds",
  wanted: "0 bought twice, 0 taken for bought that were not",
  seen: `${sum.twice} and ${sum.imagined} of ${sum.calls} (${Math.round((100 * sum.faults) / sum.requests)} % of requests broken, ${sum.done} done in the end); sending again at once: ${blind.twice} of ${blind.calls}; looking up without waiting: ${hasty.twice} of ${hasty.calls}`,
  kept: sum.twice + sum.imagined === 0 && sum.calls === size * 10 && blind.twice >= 1000 && hasty.twice >= 300,
});
