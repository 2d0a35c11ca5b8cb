import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { Desk } from "./app/desk.ts";
import { duration, ProgressBar, progressLine } from "./app/progress.ts";
import { asSvg, asText, deadLetters } from "./app/report.ts";
import { enqueue } from "./app/enqueue.ts";
import { fromEnvironment } from "./app/settings.ts";
import { rehearse } from "./proof/rehearsal.ts";

const help = `Screens a book of customers with KryptoGO, on BullMQ, Redis and PostgreSQL.

  node src/main.ts [rehearse]    everything on this machine against the fake vendor: starts Redis, PostgreSQL,
                                 the receiver and the workers, kills them on the way, and counts
      --customers N   default 2000          --workers N      default 4
      --kill-ms MS    default 2000; 0 never --outage-ms MS   default 5000
      --redis-restarts N  default 2         --seed N         default 1
      --full          20,000 customers and an outage of a minute
  node src/main.ts start         orders the customers of the book that nobody has ordered (also: resumes)
  node src/main.ts status        how far it is, until it is done (Ctrl-C only ends the looking)
  node src/main.ts pause | resume
  node src/main.ts dead          customers that a person has to look at, and why
  node src/main.ts report [--svg FILE]

  Workers: node src/app/worker.ts; receiver: node src/app/receiver.ts. All read their environment:
  REDIS_PORT DATABASE_URL VENDOR_URL VENDOR_API_KEY CALLBACK_URL CALLBACK_KEY
  SETTLE_MS OVERDUE_MS LOCK_MS
`;

/** Invented: what a search costs is in your contract. */
const pointsEach = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: "boolean", short: "h" },
    full: { type: "boolean" },
    customers: { type: "string" },
    workers: { type: "string" },
    "kill-ms": { type: "string" },
    "outage-ms": { type: "string" },
    "redis-restarts": { type: "string" },
    seed: { type: "string" },
    svg: { type: "string" },
  },
});

const command = values.help === true ? "help" : (positionals[0] ?? "rehearse");
if (command === "help") console.log(help);
else if (command === "rehearse") {
  const number = (name: keyof typeof values, otherwise: number): number => Number(values[name] ?? otherwise);
  const full = values.full === true;
  const held = await rehearse({
    customers: number("customers", full ? 20_000 : 2000),
    workers: number("workers", 4),
    killMs: number("kill-ms", 2000),
    outageMs: number("outage-ms", full ? 60_000 : 5000),
    redisRestarts: number("redis-restarts", 2),
    seed: number("seed", 1),
    svg: values.svg,
  }).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : "the rehearsal failed");
    return false;
  });
  process.exit(held ? 0 : 1);
} else {
  const desk = new Desk(fromEnvironment(process.env));
  await desk.book.prepare();
  await control(desk);
  await desk.close();
}

async function control(desk: Desk): Promise<void> {
  const { book, queues } = desk;
  switch (command) {
    case "start":
      console.log(`${await enqueue(desk)} batches wait`);
      return;
    case "pause":
      await queues.screen.pause();
      console.log("paused: what was ordered is still read, nothing is ordered");
      return;
    case "resume":
      await queues.screen.resume();
      console.log("resumed");
      return;
    case "status":
      await watch(desk);
      return;
    case "dead":
      console.log(deadLetters(await book.dead()));
      return;
    case "report":
      console.log(asText(await book.bands()));
      if (values.svg !== undefined) writeFileSync(values.svg, asSvg(await book.bands(), "Customers by risk band"));
      return;
    default:
      console.error(`no such command: ${command}\n\n${help}`);
      process.exitCode = 2;
  }
}

async function watch({ book, queues }: Desk): Promise<void> {
  const bar = new ProgressBar();
  const began = performance.now();
  for (;;) {
    const standing = await book.standing();
    const line = progressLine(standing, began, pointsEach, await queues.screen.isPaused());
    if (standing.unsent + standing.waiting === 0) {
      bar.end(`${line}  in ${duration((performance.now() - began) / 1000)}`);
      return;
    }
    bar.show(line);
    await sleep(500);
  }
}
