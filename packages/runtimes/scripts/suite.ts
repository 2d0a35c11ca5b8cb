import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npmInstall } from "../suite/install.ts";
import { tryConsumers } from "../suite/consumers/index.ts";
import { tryRuntimes } from "../suite/try-runtimes.ts";
import { packAll } from "../suite/tarballs.ts";
import { runtimeTable } from "../suite/table.ts";

const folder = mkdtempSync(join(tmpdir(), "runtimes-"));
const tarballs = await packAll(join(folder, "tarballs"));
const dependencies = Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${file}`]));
if (process.argv[2] !== "none") {
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ private: true, dependencies, overrides: dependencies }),
  );
  await npmInstall(project);
  console.log(project, performance.now());
  const rows = await tryRuntimes(project, { resendTries: 100, only: process.argv[2]?.split(",") });
  console.log(runtimeTable(rows), performance.now());
}
const rows = await tryConsumers(dependencies, { quick: process.argv.includes("--quick") });
for (const { name, version, what, cell } of rows) console.log(name, version, what, cell.state, cell.says ?? "");
console.log(performance.now());
rmSync(folder, { recursive: true });
