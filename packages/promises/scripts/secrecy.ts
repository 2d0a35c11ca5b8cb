/**
 * Looks for planted secrets and persons in everything that the four clients throw, report and are, on Node, Bun and Deno.
 *
 * Every operation, every failure, every way to print; on the built packages. `--full` looks at all of them
 * through both senders; without it at a third of the operations, chosen by the seed.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isFull, report, seed } from "../src/measure.ts";
import { type Runtime, runtimes } from "../src/runtimes.ts";

interface Looked {
  readonly errors: number;
  readonly printed: number;
  readonly leaks: readonly string[];
}

const child = fileURLToPath(new URL("../secrecy/child.ts", import.meta.url));
const crash = fileURLToPath(new URL("../secrecy/crash.ts", import.meta.url));
const seen: string[] = [];
let leaks = 0;
let fewest = Infinity;

for (const runtime of runtimes()) {
  const { errors, printed, leaks: found } = look(runtime);
  const crashed = crashes(runtime);
  for (const leak of [...found, ...crashed.leaks]) console.error(`${runtime.name}: ${leak}`);
  leaks += found.length + crashed.leaks.length;
  fewest = Math.min(fewest, errors);
  seen.push(`${runtime.name} ${runtime.version}: ${errors} errors, ${printed} prints, ${crashed.count} crashes`);
}
report({
  id: "secrecy",
  promise: "No key and no person is in any print of an error, of a hook's event or of one of the four clients",
  wanted: "0 in 1,000 errors on each of Node, Bun and Deno",
  seen: `${leaks} found; ${seen.join("; ")}`,
  kept: leaks === 0 && fewest >= 1000,
});

function look({ command }: Runtime): Looked {
  const size = isFull ? ["20", "ky,fetch", "1"] : ["2", "ky", "3"];
  const args = [...command.slice(1), child, String(seed), ...size];
  const { stdout, stderr } = spawnSync(command[0] ?? "", args, { encoding: "utf8", maxBuffer: 1e9 });
  const line = stdout.split("\n").findLast((one) => one.startsWith('{"errors"'));
  if (line === undefined) throw new Error(`${command[0]} did not look at anything: ${stderr}`);
  return JSON.parse(line) as Looked;
}

/** What a runtime prints when an error ends the process. */
function crashes({ command }: Runtime): { readonly count: number; readonly leaks: readonly string[] } {
  const found: string[] = [];
  let count = 0;
  for (const kind of ["rejection", "exception"])
    for (let at = 0; at < 4; at++) {
      const args = [...command.slice(1), crash, String(at), kind];
      const { status, stdout, stderr } = spawnSync(command[0] ?? "", args, { encoding: "utf8" });
      const [, problem] = /CANARY (.*)/.exec(stdout) ?? [];
      // A process that ends well has printed nothing to look at.
      if (status === 0 || problem === undefined) found.push(`crash ${at} by ${kind} did not happen: ${stderr}`);
      else found.push(...(JSON.parse(problem) as string[]).filter((canary) => stderr.includes(canary)));
      count++;
    }
  return { count, leaks: found };
}
