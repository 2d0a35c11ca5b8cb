import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PlantedDefect } from "./types.ts";

/** What the named test said; `absent` when its file did not load or has no such test, `stuck` when it did not end. */
export type CheckResult = "passed" | "failed" | "absent" | "stuck";

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const limitMs = 120_000;

/** Runs the one test of a record in a copy of the workspace. */
export function runCheck(folder: string, { in: inPackage, run: file, test }: PlantedDefect): CheckResult {
  const cwd = join(folder, inPackage);
  // Where every package's own configuration puts it.
  const results = join(cwd, ".vitest/results.json");
  rmSync(results, { force: true });
  // The runner matches names whose groups it joins in a way of its own, and reports them joined by spaces.
  const name = test.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&").replaceAll(" ", "(?: > | )");
  if (run("vitest", ["run", file, "-t", `^ *${name}$`], cwd, folder).error !== undefined) return "stuck";
  const { testResults } = JSON.parse(readFileSync(results, "utf8")) as Report;
  const named = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ fullName, status }) => fullName.trim() === test && status !== "skipped" && status !== "pending");
  if (named.length === 0) return "absent";
  return named.every(({ status }) => status === "passed") ? "passed" : "failed";
}

/** Builds the core of a copy; types are not looked at. */
export function build(folder: string): void {
  const { status, stderr } = run("tsup", ["--no-dts", "--silent"], join(folder, "packages/core"), folder);
  if (status !== 0) throw new Error(`The copy was not built: ${stderr.slice(-500)}`);
}

function run(command: string, args: readonly string[], cwd: string, folder: string): SpawnSyncReturns<string> {
  const env = { ...process.env, PATH: `${join(folder, "node_modules/.bin")}:${process.env["PATH"]}` };
  return spawnSync(command, args, { cwd, env, encoding: "utf8", timeout: limitMs, killSignal: "SIGKILL" });
}
