/**
 * What calls and callbacks cost a pod and its Redis: processor time here, commands, processor time and bytes there.
 *
 * `--write` puts the table into `docs/scale.md`. Vendor and Redis are real servers in processes of their own.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Redis } from "ioredis";
import { createIntents, createSpendGuard, RateLimit, RedisStore } from "@x/core";
import { KryptogoClient } from "@x/kryptogo";
import { connectRedis, startRedis } from "../src/own-redis.ts";
import { twoReceivers } from "../src/two-receivers.ts";

const times = 4000;
const together = 50;

const answers =
  "require('node:http').createServer((q,s)=>q.resume().on('end',()=>s.writeHead(200,{'content-type':'application/json'}).end('{}')))";
const vendor = spawn(
  process.execPath,
  ["-e", `${answers}.listen(0,'127.0.0.1',function(){console.log(this.address().port)})`],
  { stdio: ["ignore", "pipe", "inherit"] },
);
const [port] = (await once(vendor.stdout, "data")) as [Buffer];
const server = await startRedis();
const redis = connectRedis(server.port);
const store = new RedisStore(redis);

const usual = { baseUrl: `http://127.0.0.1:${String(port).trim()}`, apiKey: "test-token" } as const;
const off = { responseValidation: "off" } as const;
const intents = createIntents({ store });
const spend = createSpendGuard({ store, maxBillable: 100_000_000 });
const address = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT";
const { readBack, enclave } = twoReceivers(store);

const bought = (client: KryptogoClient) => async (n: number) =>
  await client.kya.create({ address }, { ...off, reference: `case-${n}` });
const plain = new KryptogoClient(usual);
const rated = new KryptogoClient({ ...usual, rateLimit: new RateLimit({ store, perSecond: 1_000_000, burst: 1000 }) });
const taken = (deliver: (n: number) => Promise<number>) => async (n: number) => {
  const status = await deliver(n);
  if (status !== 200) throw new Error(`a callback was answered ${status}`);
};

const works: readonly (readonly [name: string, once: (n: number) => Promise<unknown>])[] = [
  ["a read, nothing shared", async () => await plain.searchTasks.getSummary({ task_id: 1 }, off)],
  ["a read under a shared rate", async () => await rated.searchTasks.getSummary({ task_id: 1 }, off)],
  ["a purchase, nothing shared", bought(plain)],
  ["a purchase under a spend limit", bought(new KryptogoClient({ ...usual, spend }))],
  ["a purchase with an intent", bought(new KryptogoClient({ ...usual, intents }))],
  ["a callback that is read back, dedupe", taken(readBack)],
  ["a callback of an enclave, dedupe", taken(enclave)],
];

interface Row {
  readonly name: string;
  readonly cpuUs: number;
  readonly commands: number;
  readonly redisUs: number;
  readonly bytes: number;
}

async function infoOf(from: Redis): Promise<{ commands: number; cpu: number; memory: number }> {
  const text = await from.info();
  const value = (name: string): number => Number(new RegExp(`^${name}:([\\d.]+)`, "m").exec(text)?.[1]);
  return {
    commands: value("total_commands_processed"),
    cpu: value("used_cpu_sys") + value("used_cpu_user"),
    memory: value("used_memory"),
  };
}

async function all(first: number, count: number, once: (n: number) => Promise<unknown>): Promise<void> {
  let next = first;
  const one = async (): Promise<void> => {
    while (next < first + count) await once(next++);
  };
  await Promise.all(Array.from({ length: together }, one));
}

const rows: Row[] = [];
try {
  for (const [name, once] of works) {
    await redis.flushall();
    await all(1, 1000, once);
    const before = await infoOf(redis);
    const cpu = process.cpuUsage();
    await all(1001, times, once);
    const { user, system } = process.cpuUsage(cpu);
    const after = await infoOf(redis);
    const row = {
      name,
      cpuUs: (user + system) / times,
      commands: (after.commands - before.commands - 1) / times,
      redisUs: ((after.cpu - before.cpu) * 1e6) / times,
      bytes: Math.max(0, after.memory - before.memory) / times,
    };
    rows.push(row);
    console.log(
      `${name.padEnd(38)} ${row.cpuUs.toFixed(0).padStart(5)} µs here, ${row.commands.toFixed(2)} commands, ${row.redisUs.toFixed(0)} µs and ${row.bytes.toFixed(0)} bytes in Redis`,
    );
  }
} finally {
  redis.disconnect();
  vendor.kill();
  await server.stop();
}

if (process.argv.includes("--write")) {
  const page = join(fileURLToPath(new URL("../../..", import.meta.url)), "docs/scale.md");
  const body = rows.map(
    ({ name, cpuUs, commands, redisUs, bytes }) =>
      `| ${name} | ${cpuUs.toFixed(0)} | ${commands.toFixed(1)} | ${redisUs.toFixed(0)} | ${bytes.toFixed(0)} |`,
  );
  const machine = `Node ${process.versions.node}, ${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown processor"}, ${together} at a time, ${times} of each.`;
  const table = [
    "| | µs of a pod's processor | Redis commands | µs of Redis' processor | bytes kept |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...body,
  ].join("\n");
  const text = readFileSync(page, "utf8");
  const written = text.replace(
    /(<!-- measured -->)[\s\S]*?(<!-- \/measured -->)/,
    `$1\n\n${machine}\n\n${table}\n\n$2`,
  );
  writeFileSync(page, written);
}
