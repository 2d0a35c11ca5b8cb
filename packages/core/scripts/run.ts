import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the workspace. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Runs a command in the workspace with its own tools first, and says whether it succeeded. */
export function run(command: string, cwd: string = root): boolean {
  const env = {
    ...process.env,
    PATH: `${join(root, "node_modules/.bin")}:${process.env["PATH"]}`,
    TURBO_TELEMETRY_DISABLED: "1",
  };
  return spawnSync(command, { cwd, env, shell: true, stdio: "inherit" }).status === 0;
}

const results = "{packages,examples}/*/.vitest/results.json";

/** Forgets the results of earlier runs. */
export function forget(): void {
  for (const file of globSync(results, { cwd: root })) rmSync(join(root, file));
}

/** Adds up what the test runners of all packages reported. */
export function tally(): { passed: number; failed: number } {
  const total = { passed: 0, failed: 0 };
  for (const file of globSync(results, { cwd: root })) {
    const report = JSON.parse(readFileSync(join(root, file), "utf8")) as Record<string, number>;
    total.passed += report["numPassedTests"] ?? 0;
    // A file that does not load has no tests to fail.
    total.failed += Math.max(report["numFailedTests"] ?? 0, report["numFailedTestSuites"] ?? 0);
  }
  return total;
}
