/** Calls that meet every quick fault, one after the other: the process lives on and keeps nothing. Reads survive lost connections. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isSdkError, keyTransport, type Transport } from "@x/core";
import { requestFaultNames, startFaultServer } from "@x/core/testing/node";
import { operation } from "../hostile/client.ts";
import { isFull, report, seed } from "../src/measure.ts";
import { randomFrom } from "../src/random.ts";

const read = operation({ path: "/things" });
const order = operation({ name: "orderThing", method: "POST", path: "/things", effect: "create", cost: "billed" });
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const stray: unknown[] = [];
process.on("unhandledRejection", (error) => stray.push(error));
process.on("uncaughtException", (error) => stray.push(error));

await faulted(isFull ? 20_000 : 600);
await lossy(20_000);

async function faulted(calls: number): Promise<void> {
  // Those that wait to be interrupted take as long as the deadline; bombs have a measurement of their own.
  const slow = /^(?:stall|drip|slow|429|late|gzip-bomb|deep|wide|huge)/;
  const quick = requestFaultNames.filter((name) => !slow.test(name));
  const server = await startFaultServer({ script: (_, n) => quick[n % quick.length] ?? "ok" });
  const foreign: unknown[] = [];
  const make = async (client: Transport, n: number): Promise<void> => {
    await client.request(n % 2 === 0 ? read : order, {}, { timeout: 5000 }).catch((error: unknown) => {
      if (!isSdkError(error)) foreign.push(error);
    });
  };
  const round = async (count: number): Promise<void> => {
    const client = connect(server.url);
    let made = 0;
    const work = async (): Promise<void> => {
      for (let n = made++; n < count; n = made++) await make(client, n);
    };
    await Promise.all(Array.from({ length: 10 }, work));
  };
  // What is loaded and compiled once is no leak.
  await round(300);
  (server.ledger as unknown[]).length = 0;
  const before = heap();
  await round(calls);
  // The ledger is the server's.
  (server.ledger as unknown[]).length = 0;
  const grown = (heap() - before) / 1_000_000;
  // Node closes what it keeps alive after four seconds.
  for (let waited = 0; server.connections.open > 0 && waited < 8000; waited += 100) await pause(100);
  const timers = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const { open } = server.connections;
  await server.close();
  report({
    id: "endurance",
    promise:
      "Calls that meet one fault after another leave the process alive, and no connection, timer or memory behind",
    wanted: "0 stray errors, 0 foreign errors, 0 connections, 0 timers, heap at most +10 MB",
    seen: `${calls} calls, ${quick.length} faults: ${stray.length} stray, ${foreign.length} foreign, ${open} connections, ${timers} timers, ${grown.toFixed(1)} MB`,
    kept: stray.length + foreign.length + open + timers === 0 && grown <= 10,
  });
}

async function lossy(calls: number): Promise<void> {
  const random = randomFrom(seed);
  const server = await startFaultServer({ script: () => (random() < 0.2 ? "rst-after-request" : "ok") });
  const client = connect(server.url);
  let succeeded = 0;
  let made = 0;
  const work = async (): Promise<void> => {
    while (made++ < calls)
      await client.request(read, {}).then(
        () => succeeded++,
        () => undefined,
      );
  };
  await Promise.all(Array.from({ length: 20 }, work));
  const extra = server.ledger.length - calls;
  await server.close();
  const [success, more] = [(100 * succeeded) / calls, (100 * extra) / calls];
  report({
    id: "lossy",
    promise: "Free reads survive a network that breaks every fifth connection",
    wanted: "99 % succeed, with at most 25 % more requests",
    seen: `${success.toFixed(1)} % of ${calls} succeeded, with ${more.toFixed(1)} % more requests`,
    kept: success >= 99 && more <= 25,
  });
}

function connect(baseUrl: string): Transport {
  const parts = { vendor: "vendor", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) };
  return keyTransport(parts, { baseUrl, apiKey: "key-of-nobody" });
}

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
