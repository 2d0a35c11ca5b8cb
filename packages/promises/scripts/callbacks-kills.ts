/**
 * Kills backends between the acknowledgement of a callback and the end of its work, and looks for what was lost.
 *
 * Store and queue are a real Redis and BullMQ; every life is a process of its own that ends by SIGKILL. The same with the
 * queue of the process shows that the test can see a loss.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { forgeVerificationResult, forgeKytCallback } from "@x/verifyvasp-kyt/testing";
import { Redis } from "ioredis";
import { isFull, report, seed } from "../src/measure.ts";
import { randomFrom } from "../src/random.ts";
import { startRedis } from "../src/own-redis.ts";

const kills = isFull ? 1000 : 50;
const random = randomFrom(seed);
const redis = await startRedis();
const look = new Redis({ host: "127.0.0.1", port: redis.port });
const life = fileURLToPath(new URL("./callbacks-life.ts", import.meta.url));
let sent = 0;

interface Outcome {
  readonly kills: number;
  readonly acknowledged: readonly string[];
}

/** Lives side by side, each killed as soon as something of it was acknowledged and is not done. */
async function killing(kind: string, wanted: number): Promise<Outcome> {
  const acknowledged: string[] = [];
  let counted = 0;
  const lane = async (): Promise<void> => {
    let next = begin(kind);
    while (counted < wanted) {
      const child = await next;
      // The next one starts up while this one lives.
      next = begin(kind);
      const mine: string[] = [];
      const all = Array.from({ length: 6 }, async () => await send(child.port, mine).catch(() => undefined));
      await Promise.race(all);
      await pause(random() * 30);
      child.process.kill("SIGKILL");
      await Promise.all([once(child.process, "exit"), ...all]);
      acknowledged.push(...mine);
      if ((await unfinished(mine)).length > 0) counted++;
    }
    (await next).process.kill("SIGKILL");
  };
  await Promise.all([lane(), lane(), lane()]);
  return { kills: counted, acknowledged };
}

async function begin(kind: string): Promise<{ process: ChildProcess; port: number }> {
  const child = fork(life, [String(redis.port), kind]);
  const [port] = (await once(child, "message")) as [number];
  return { process: child, port };
}

async function send(port: number, acknowledged: string[]): Promise<void> {
  const n = ++sent;
  const id = `request-${seed}-${n}`;
  const isKyt = n % 2 === 0;
  const body = isKyt
    ? forgeKytCallback({ kyt: { requestId: id } }).body
    : forgeVerificationResult({ verificationUuid: id }).body;
  const answer = await fetch(`http://127.0.0.1:${port}/callback`, {
    method: "POST",
    body,
    headers: { authorization: "Bearer token-of-nobody-0001", "content-type": "application/json" },
  });
  if (answer.status === 200) acknowledged.push(`handled:${isKyt ? "kyt" : "verification"}:${id}`);
}

async function unfinished(keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const done = await look.mget(...keys);
  return keys.filter((_, at) => done[at] === null);
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Lives that nobody kills finish what is left, if it is there. */
async function lost(kind: string, keys: readonly string[], patienceMs: number): Promise<number> {
  const last = await begin(kind);
  const began = performance.now();
  let left = await unfinished(keys);
  while (left.length > 0 && performance.now() - began < patienceMs) {
    await pause(200);
    left = await unfinished(left);
  }
  last.process.kill("SIGKILL");
  await once(last.process, "exit");
  return left.length;
}

try {
  const began = performance.now();
  const durable = await killing("bullmq", kills);
  const gone = await lost("bullmq", durable.acknowledged, 120_000);
  const counts = (await look.mget(...durable.acknowledged)).map(Number);
  const again = counts.filter((times) => times > 1).length;
  console.log(
    `${((performance.now() - began) / 1000).toFixed(0)} s; worked on twice, because the kill came in the middle: ${again}`,
  );
  const memory = await killing("memory", 5);
  const forgotten = await lost("memory", memory.acknowledged, 3000);
  report({
    id: "callbacks-kills",
    promise: "A callback that was acknowledged is worked on, though the process is killed in between (Redis, BullMQ)",
    wanted: "0 lost, and more than 0 with the queue of the process",
    seen: `${gone} lost of ${durable.acknowledged.length} acknowledged in ${durable.kills} kills, ${again} worked on twice; ${forgotten} of ${memory.acknowledged.length} with the queue of the process`,
    kept: gone === 0 && forgotten > 0 && durable.kills >= kills,
  });
} finally {
  look.disconnect();
  await redis.stop();
}
