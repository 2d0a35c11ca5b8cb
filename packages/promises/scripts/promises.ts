/**
 * Runs every measurement, prints a line for each promise and fails when one is not kept.
 *
 * `--full` runs them at their full size. `--write` writes `docs/promises.md` from what was run; without it the page is only
 * compared: it has to hold a row for each promise and no other. `--only NAME` runs the measurements whose script has the name in it,
 * and writes or compares nothing else.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measurements } from "../src/list.ts";
import { isFull, linesOf, type PromiseLine, valueOf } from "../src/measure.ts";
import { pageOf, pageWith, rowsOf } from "../src/page.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const page = join(root, "docs/promises.md");
const only = valueOf("--only");
const lines: PromiseLine[] = [];
const problems: string[] = [];

for (const { script, reports } of measurements.filter((one) => only === undefined || one.script.includes(only))) {
  const began = performance.now();
  const args = [join("packages", script), ...(isFull ? ["--full"] : [])];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const got = linesOf(run.stdout ?? "");
  const missing = reports.filter((id) => !got.some((line) => line.id === id));
  if (run.status !== 0 || missing.length > 0) {
    problems.push(
      `${script}: ended with ${run.status ?? run.signal}${missing.length > 0 ? `, silent on ${missing.join(", ")}` : ""}`,
    );
    console.log(run.stdout, run.stderr);
  }
  for (const line of got)
    console.log(`${line.kept ? "kept    " : "NOT KEPT"} ${line.promise} ${line.wanted}: ${line.seen}`);
  console.log(`         ${script}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  lines.push(...got);
}

const written = pageOf(lines, new Date().toISOString().slice(0, 10));
if (process.argv.includes("--write")) {
  writeFileSync(page, only === undefined ? written : pageWith(readFileSync(page, "utf8"), lines));
  if (spawnSync("oxfmt", ["docs/promises.md"], { cwd: root }).status !== 0)
    problems.push("oxfmt did not format the page");
} else if (only === undefined) {
  const there = existsSync(page) ? rowsOf(readFileSync(page, "utf8")) : [];
  const now = rowsOf(written);
  for (const row of now) if (!there.includes(row)) problems.push(`docs/promises.md has no row for: ${row}`);
  for (const row of there) if (!now.includes(row)) problems.push(`docs/promises.md has a row too many: ${row}`);
}
for (const problem of problems) console.log(problem);
if (problems.length > 0 || lines.some((line) => !line.kept)) process.exitCode = 1;
