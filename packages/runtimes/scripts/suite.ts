import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tryConsumers } from "../suite/consumers/index.ts";
import { policy, tryPolicy } from "../suite/csp.ts";
import { document, type Findings, regressions } from "../suite/document.ts";
import { npmInstall } from "../suite/install.ts";
import { root } from "../suite/root.ts";
import { must } from "../suite/shell.ts";
import { packAll } from "../suite/tarballs.ts";
import { tryRuntimes } from "../suite/try-runtimes.ts";

/*
 * node packages/runtimes/scripts/suite.ts             everything; writes docs/runtimes.md
 *                                        --check     fails where a cell is red or was better, and writes nothing
 *                                        --quick     fewer compilers and resends, for CI; with --check
 *                                        --only a,b  these runtimes and no consumers; with --check
 */
const { argv } = process;
const isCheck = argv.includes("--check");
const quick = argv.includes("--quick");
const only = argv.includes("--only") ? argv[argv.indexOf("--only") + 1]?.split(",") : undefined;
if (!isCheck && (quick || only !== undefined))
  throw new Error("A part of the table is checked, never written: add --check.");

const page = join(root, "docs/runtimes.md");
const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), "runtimes-"));
try {
  const findings = await find();
  const text = document(findings);
  const wrong = regressions(findings, isCheck && existsSync(page) ? readFileSync(page, "utf8") : text);
  if (isCheck) console.log(text);
  else {
    writeFileSync(page, text);
    await must(join(root, "node_modules/.bin/oxfmt"), ["docs/runtimes.md"], { cwd: root });
  }
  for (const line of wrong) console.error(line);
  console.log(`${wrong.length === 0 ? "as it should be" : `${wrong.length} wrong`}, ${seconds()} s`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function find(): Promise<Findings> {
  const tarballs = await packAll(join(folder, "tarballs"));
  const dependencies = Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${file}`]));
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ private: true, dependencies, overrides: dependencies }),
  );
  await npmInstall(project);
  console.log(`packed and installed, ${seconds()} s`);
  const rows = await tryRuntimes(project, { resendTries: quick ? 25 : 100, only });
  console.log(`runtimes, ${seconds()} s`);
  if (only !== undefined) return { rows, consumers: [] };
  const chromium = rows.find(({ name }) => name === "Chromium")?.version ?? "";
  const underPolicy = {
    name: "Chromium",
    version: chromium,
    what: `a page under \`${policy}\``,
    cell: await tryPolicy(project),
  };
  return { rows, consumers: [...(await tryConsumers(dependencies, { quick })), underPolicy] };
}

function seconds(): number {
  return Math.round((performance.now() - began) / 1000);
}
