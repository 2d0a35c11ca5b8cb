/**
 * Mutates the files of core that money, secrets and URLs hang on, and counts the mutants that no test notices.
 *
 * A nightly run: it takes a quarter of an hour. `--only NAME` runs one group, `--file NAME` one file. Every mutant that lives has to stand in
 * `mutation/survivors.ts` with the reason why it may.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { groups, type MutationGroup } from "../mutation/groups.ts";
import { survivors } from "../mutation/survivors.ts";
import { copyOf } from "../planted/copy.ts";
import { fromNpm } from "../src/from-npm.ts";
import { report, valueOf } from "../src/measure.ts";

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const version = "10.1.1";
const tools = fromNpm("stryker", [`@stryker-mutator/core@${version}`, `@stryker-mutator/vitest-runner@${version}`]);
// The runner has to meet the same vitest as the tests.
const vitest = join(tools, "node_modules/vitest");
rmSync(vitest, { recursive: true, force: true });
symlinkSync(join(root, "node_modules/vitest"), vitest);

const only = valueOf("--only");
const file = valueOf("--file");
const chosen = groups.filter(
  ({ name, files }) => (only === undefined || name === only) && (file === undefined || files.includes(file)),
);
const copy = copyOf(root);
const counts = { killed: 0, lived: 0, unexplained: 0 };
const perGroup: string[] = [];
try {
  for (const group of chosen) count(group, mutate(group));
} finally {
  copy.remove();
}
const score = (100 * counts.killed) / (counts.killed + counts.lived);
report({
  id: "mutation",
  promise:
    "Mutants of the files for money, URLs, errors, redaction and tokens are noticed; those that live are explained",
  wanted: "90 % noticed, 0 unexplained",
  seen: `${score.toFixed(1)} % of ${counts.killed + counts.lived} noticed, ${counts.unexplained} unexplained (${perGroup.join(", ")})`,
  kept: score >= 90 && counts.unexplained === 0,
});

function mutate(group: MutationGroup): Report {
  const cwd = join(copy.folder, "packages/core");
  const include = group.tests.map((test) => `test/${test}`);
  for (const test of include) if (!existsSync(join(cwd, test))) throw new Error(`${test} is not there any more.`);
  const config = `export default ${JSON.stringify({ test: { include, testTimeout: 20_000 } })};\n`;
  writeFileSync(join(cwd, "vitest.mutation.config.mjs"), config);
  const results = join(cwd, "mutation.json");
  rmSync(results, { force: true });
  const settings = {
    testRunner: "vitest",
    plugins: [join(tools, "node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")],
    mutate: group.files.filter((one) => file === undefined || one === file).map((one) => `src/${one}`),
    vitest: { configFile: "vitest.mutation.config.mjs", related: false },
    reporters: ["json"],
    jsonReporter: { fileName: results },
    coverageAnalysis: "perTest",
    // Run once when a file is loaded: each of them would need a process of its own.
    ignoreStatic: true,
    inPlace: true,
    concurrency: 1,
    timeoutMS: 5000,
  };
  writeFileSync(join(cwd, "stryker.json"), JSON.stringify(settings));
  const stryker = join(tools, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const { stdout, stderr } = spawnSync(process.execPath, [stryker, "run", "stryker.json"], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (!existsSync(results)) throw new Error(`${group.name} was not mutated: ${stdout.slice(-2000)} ${stderr}`);
  return JSON.parse(readFileSync(results, "utf8")) as Report;
}

function count(group: MutationGroup, { files }: Report): void {
  let killed = 0;
  let lived = 0;
  for (const [file, { source, mutants }] of Object.entries(files))
    for (const { status, mutatorName, replacement, location } of mutants) {
      if (status === "Killed" || status === "Timeout") killed++;
      if (status !== "Survived" && status !== "NoCoverage") continue;
      lived++;
      const { line, column } = location.start;
      const text = source.split("\n")[line - 1]?.trim() ?? "";
      const known = survivors.some(
        (one) => file.endsWith(one.file) && one.line === text && (one.to === undefined || replacement === one.to),
      );
      if (known) continue;
      counts.unexplained++;
      console.error(
        `${file}:${line}:${column} ${status} ${mutatorName}: ${text}\n    became ${replacement.slice(0, 200)}`,
      );
    }
  counts.killed += killed;
  counts.lived += lived;
  perGroup.push(`${group.name} ${((100 * killed) / (killed + lived)).toFixed(1)} %`);
}
