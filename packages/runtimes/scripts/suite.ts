import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { probe } from "../src/drivers/index.ts";
import { npmInstall } from "../src/install.ts";
import { startLab } from "../src/lab.ts";
import { runtimes } from "../src/runtimes.ts";
import { packAll } from "../src/tarballs.ts";

const folder = mkdtempSync(join(tmpdir(), "runtimes-"));
const tarballs = await packAll(join(folder, "tarballs"));
const project = join(folder, "project");
mkdirSync(project);
const dependencies = Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${file}`]));
writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, dependencies, overrides: dependencies }));
await npmInstall(project);
console.log(project, performance.now());
for (const [name, find] of Object.entries(runtimes)) {
  const runtime = await find();
  for (const form of runtime.forms) {
    const lab = await startLab(100);
    const results = await probe({ runtime, form, project, lab: lab.map, cells: ["call"] }).catch((e) => e);
    console.log(name, form, results, performance.now());
    await lab.close();
  }
}
