/** Throws hostile input at the built packages on Node, Bun and Deno: ids, base URLs, credentials, JSON, bombs, redirects. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startBombServer } from "../hostile/bomb-server.ts";
import type { Finding } from "../hostile/client.ts";
import { report, seed } from "../src/measure.ts";
import { runtimes } from "../src/runtimes.ts";

interface Checked extends Finding {
  readonly check: string;
}

const promises: Readonly<Record<string, readonly [promise: string, wanted: string]>> = {
  json: [
    "JSONTestSuite as answers and in callbacks: typed, and the same on each runtime",
    "95 accepted, 188 refused, 35 as listed",
  ],
  ids: ["A hostile id is refused, or arrives as one segment and one query value equal to itself", "0 others of 5,000"],
  "base-urls": ["A hostile base URL is refused, or every request stays at its origin", "0 others of 2,000"],
  credentials: [
    "A credential that no header can carry is refused when the client is built, and not quoted",
    "all of 50 for each client",
  ],
  answers: [
    "A documented answer with one field changed is handed out and the change told once, or refused as the contract says",
    "0 others, in two modes",
  ],
  inputs: ["An input with something wrong in it sends nothing", "0 requests for 5,000"],
  redirects: ["No redirect is followed: no byte reaches another origin", "0 bytes in 30 cases"],
  bombs: [
    "Bombs of 300 MB, drips, 100,000 levels, 1,000,000 keys, 5,000,000 items end in an error of their own",
    "9 kinds refused",
  ],
  prototypes: ["`__proto__` and `constructor` at any level of a body change no prototype", "0 in 10,000 bodies"],
};

const child = fileURLToPath(new URL("../hostile/child.ts", import.meta.url));
const server = await startBombServer();
const found: (Checked & { readonly runtime: string })[] = [];
for (const { name, command } of runtimes())
  for (const one of await checksOn(command)) found.push({ ...one, runtime: name });
server.close();

for (const [check, [promise, wanted]] of Object.entries(promises)) {
  const here = found.filter((one) => one.check === check);
  for (const { runtime, wrong } of here)
    for (const one of wrong.slice(0, 20)) console.error(`${runtime}: ${check}: ${one}`);
  const problems = here.reduce((sum, { wrong }) => sum + wrong.length, 0);
  const seen = here.map((one) => `${one.runtime}: ${one.seen}`).join("; ");
  report({ id: check, promise, wanted, seen: `${problems} wrong; ${seen}`, kept: problems === 0 && here.length === 3 });
}

/** Not `spawnSync`: the server of the bombs lives in this process. */
async function checksOn(command: readonly string[]): Promise<Checked[]> {
  const [program = "", ...first] = command;
  const running = spawn(program, [...first, child, String(seed), server.url], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  running.stdout.setEncoding("utf8").on("data", (more: string) => (output += more));
  await new Promise((resolve) => running.once("close", resolve));
  return output.split("\n").flatMap((line) => (line.startsWith('{"check"') ? [JSON.parse(line) as Checked] : []));
}
