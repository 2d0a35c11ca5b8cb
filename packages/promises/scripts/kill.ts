/**
 * Kills a worker (SIGKILL) between the send and the answer of a billed call, starts it again, and lets it find out what
 * became of the call by its intent, which lies in a folder. 500 times with `--full`, else 40.
 *
 * A quarter of the calls were done before the kill, a quarter are done after it, a quarter never arrive at the vendor's
 * desk, and a quarter die before their first byte.
 */
import { createIntents } from "@x/core";
import { startFaultServer } from "@x/core/testing/node";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { billedOperations } from "../src/billed.ts";
import { FileStore } from "../src/file-store.ts";
import { isFull, report } from "../src/measure.ts";
import { callHeader } from "../src/vendor-server.ts";

const kills = isFull ? 500 : 40;
const lanes = 10;
const search = billedOperations.find(({ name }) => name === "createSearchTasks");
if (search === undefined) throw new Error("no such operation");
const folder = await mkdtemp(join(tmpdir(), "kill-"));
const killed = new Set<number>();

const server = await startFaultServer({
  script: ({ method, headers }) => {
    const pid = Number(headers["x-pid"]);
    if (method !== "POST" || !(pid > 0)) return "ok";
    process.kill(pid, "SIGKILL");
    return (["fin-after-request", "late-commit", "408-close"] as const)[Number(headers[callHeader]) % 4] ?? "ok";
  },
  answer: (request: { method: string; target: string; headers: Readonly<Record<string, string>> }) =>
    request.method === "POST"
      ? search.answer(Number(request.headers[callHeader]))
      : search.list?.(made(), queryOf(request.target)),
});

function made(): { n: number; at: number }[] {
  return server.ledger
    .filter(({ method, committedAt }) => method === "POST" && committedAt !== undefined)
    .map(({ headers, committedAt = 0 }) => ({
      n: Number(headers[callHeader]),
      at: performance.timeOrigin + committedAt,
    }));
}

function queryOf(target: string): URLSearchParams {
  return new URL(target, "http://vendor.test").searchParams;
}

/** One life of a worker; what it said of what its predecessor left. */
async function live(left: number | undefined, next: number | undefined): Promise<string> {
  const script = fileURLToPath(new URL("../src/kill-child.ts", import.meta.url));
  const child = spawn(process.execPath, [script, server.url, folder, String(left ?? "-"), String(next ?? "-")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (bytes: Buffer) => (said += bytes.toString()));
  const signal = await new Promise<string | null>((resolve) => child.once("close", (_, by) => resolve(by)));
  if (signal === "SIGKILL" && next !== undefined) killed.add(next);
  return said.trim();
}

const settled = new Map<number, string>();
async function lane(first: number): Promise<void> {
  let left: number | undefined;
  for (let n = first; n < kills; n += lanes) {
    const said = await live(left, n);
    if (left !== undefined) settled.set(left, said);
    left = n;
  }
  if (left !== undefined) settled.set(left, await live(left, undefined));
}
const began = performance.now();
await Promise.all(Array.from({ length: lanes }, async (_, first) => await lane(first)));

const counts = new Map<number, number>();
for (const { n } of made()) counts.set(n, (counts.get(n) ?? 0) + 1);
await server.close();
const intents = createIntents({ store: new FileStore(folder) });
let twice = 0;
let lost = 0;
for (let n = 0; n < kills; n++) {
  if ((counts.get(n) ?? 0) > 1) twice++;
  const intent = await intents.read({ vendor: "KryptoGO", operation: "createSearchTasks", reference: `call-${n}` });
  const [id] = search.answer(n) as [{ task_id: number }];
  if (intent?.state !== "done" || intent.ids[0] !== id.task_id || settled.get(n) !== "done" || counts.get(n) !== 1) {
    lost++;
    console.log(n, "lost:", intent?.state, intent?.ids, settled.get(n), "done by the vendor:", counts.get(n) ?? 0);
  }
}
await rm(folder, { recursive: true });
console.log(`${((performance.now() - began) / 1000).toFixed(1)} s`);
report({
  id: "kill",
  promise:
    "A worker that is killed (SIGKILL) over a billed call finds out after its restart what became of it, and buys it if it was not bought",
  wanted: "0 bought twice, 0 lost",
  seen: `${twice} and ${lost} of ${killed.size} kills`,
  kept: twice + lost === 0 && killed.size === kills,
});
