import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Desk } from "../app/desk.ts";
import { enqueue } from "../app/enqueue.ts";
import { duration, ProgressBar, progressLine } from "../app/progress.ts";
import { asSvg, asText, deadLetters } from "../app/report.ts";
import { type Settings, toEnvironment } from "../app/settings.ts";
import { freePort } from "../services/free-port.ts";
import { startPostgres } from "../services/postgres.ts";
import { startRedis } from "../services/redis.ts";
import type { Ledger } from "../services/vendor.ts";
import { Chaos } from "./chaos.ts";

/** What a rehearsal is asked to put up with. */
export interface RehearsalOptions {
  readonly customers: number;
  readonly workers: number;
  /** Milliseconds between two kills of a worker; 0 for none. */
  readonly killMs: number;
  /** Milliseconds that the vendor is away, once. */
  readonly outageMs: number;
  readonly redisRestarts: number;
  readonly seed: number;
  readonly svg: string | undefined;
}

const source = join(import.meta.dirname, "..");
/** Ends a rehearsal that got stuck; nobody waits for it for longer. */
const longestMs = 15 * 60_000;
const pointsEach = 20;

/** Plays a whole screening on this machine, breaks what can break, and counts what the vendor has on its list. */
export async function rehearse(options: RehearsalOptions): Promise<boolean> {
  console.log(`seed ${options.seed}: ${options.customers} customers, ${options.workers} workers`);
  const stops: (() => Promise<void>)[] = [];
  try {
    const redis = await startRedis();
    stops.push(async () => await redis.stop());
    const postgres = await startPostgres();
    stops.push(async () => await postgres.stop());
    const vendor = await startVendor(options.seed);
    stops.push(async () => await end(vendor.process));
    const settings: Settings = {
      redisPort: redis.port,
      databaseUrl: postgres.url,
      vendorUrl: vendor.url,
      apiKey: "test-token",
      callbackUrl: `http://127.0.0.1:${await freePort()}/kryptogo`,
      callbackKey: randomBytes(32).toString("base64url"),
      // The fake is known to commit within a second. At a real vendor nothing is known: leave it at 360 seconds there.
      settleMs: 6000,
      overdueMs: 4000,
      lockMs: 3000,
    };
    const desk = new Desk(settings);
    stops.push(async () => await desk.close());
    await desk.book.prepare();
    await desk.book.fill(`run${options.seed}`, options.customers);
    const receiver = start("app/receiver.ts", settings);
    stops.push(async () => await end(receiver));
    const chaos = new Chaos(options, {
      startWorker: () => start("app/worker.ts", settings),
      restartRedis: async () => await redis.restart(),
      outage: async (ms) => void (await fetch(`${vendor.url}/control/outage?ms=${ms}`)),
    });
    stops.push(async () => await chaos.end());
    await enqueue(desk);
    chaos.begin();
    const seconds = await untilDone(desk, chaos);
    await chaos.end();
    const ledger = (await (await fetch(`${vendor.url}/control/ledger`)).json()) as Ledger;
    return await tell(desk, options, chaos, ledger, seconds);
  } finally {
    for (const stop of stops.toReversed()) await stop().catch(() => undefined);
  }
}

async function untilDone({ book, queues }: Desk, chaos: Chaos): Promise<number> {
  const bar = new ProgressBar();
  const began = performance.now();
  for (;;) {
    const standing = await book.standing();
    const finished = standing.done + standing.dead;
    chaos.at(finished / standing.total);
    const line = progressLine(standing, began, pointsEach, await queues.screen.isPaused());
    if (finished === standing.total || performance.now() - began > longestMs) {
      bar.end(line);
      return (performance.now() - began) / 1000;
    }
    bar.show(line);
    await sleep(200);
  }
}

async function tell(
  { book }: Desk,
  options: RehearsalOptions,
  chaos: Chaos,
  ledger: Ledger,
  seconds: number,
): Promise<boolean> {
  const standing = await book.standing();
  const bands = await book.bands();
  const missing = standing.total - standing.done;
  const rows: readonly (readonly [string, string | number])[] = [
    ["customers", standing.total],
    ["results", standing.done],
    ["checks billed by the vendor", ledger.billed],
    ["customers with two checks", ledger.duplicates],
    ["customers without a result", missing],
    ["time", duration(seconds)],
    ["customers a second", (standing.done / seconds).toFixed(0)],
    ["cost, in invented points", ledger.billed * pointsEach],
    ["requests at the vendor", ledger.requests],
    ["callbacks sent / lost / repeated", `${ledger.callbacks} / ${ledger.lost} / ${ledger.repeated}`],
    ["workers killed", chaos.kills],
    ["Redis restarted", chaos.restarts],
    ["vendor away", `${chaos.outages} x ${duration(options.outageMs / 1000)}`],
  ];
  console.log();
  for (const [what, value] of rows) console.log(`  ${what.padEnd(34)} ${value}`);
  console.log(`\nby risk band\n${asText(bands)}\n\nfor a person\n${deadLetters(await book.dead())}`);
  if (options.svg !== undefined) writeFileSync(options.svg, asSvg(bands, `${standing.done} customers by risk band`));
  const held =
    standing.done === options.customers &&
    ledger.billed === options.customers &&
    ledger.duplicates === 0 &&
    missing === 0;
  const seen = `${ledger.billed - ledger.references} duplicates, ${missing} lost`;
  const command = `node src/main.ts --customers ${options.customers} --seed ${options.seed}`;
  console.log(
    JSON.stringify({
      promise: "bulk screening",
      wanted: "0 duplicates, 0 lost",
      seen,
      held,
      command,
      seed: options.seed,
    }),
  );
  return held;
}

function start(file: string, settings: Settings): ChildProcess {
  return fork(join(source, file), { env: { ...process.env, ...toEnvironment(settings) } });
}

async function startVendor(seed: number): Promise<{ url: string; process: ChildProcess }> {
  const child = fork(join(source, "services/vendor.ts"), [String(seed)]);
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  return { url, process: child };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
