import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, runCheck } from "../planted/check.ts";
import { copyOf } from "../planted/copy.ts";
import { defects } from "../planted/index.ts";
import { plantedIn } from "../planted/plant.ts";
import { page } from "../planted/table.ts";
import type { PlantedDefect } from "../planted/types.ts";
import { report, valueOf } from "../src/measure.ts";

/**
 * Plants defects in a copy of the workspace, one at a time, and runs the test that has to notice each.
 *
 * All of them: a test that was given another name would notice nothing, unseen. `--only TEXT` plants the matching ones;
 * `--write` writes the table and plants nothing. The workspace has to be built.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const only = valueOf("--only");

// A record whose text is gone fails here, sampled or not.
for (const one of defects) plantedIn(readFileSync(join(root, one.file), "utf8"), one);
const table = join(root, "docs/planted-defects.md");
if (process.argv.includes("--write")) {
  writeFileSync(table, page(defects));
  spawnSync("oxfmt", [table]);
  process.exit();
}
const shown = readFileSync(table, "utf8").replaceAll(/ +|-+/g, " ");
if (shown !== page(defects).replaceAll(/ +|-+/g, " "))
  throw new Error("docs/planted-defects.md is stale: node packages/promises/scripts/planted.ts --write");

const chosen = only === undefined ? defects : defects.filter(({ defect }) => defect.includes(only));
const missed: string[] = [];
const copy = copyOf(root);
try {
  for (const one of chosen) {
    const began = performance.now();
    const verdict = tryOne(one);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.error(`${verdict === undefined ? "caught" : "MISSED"} (${seconds} s): ${one.defect}`);
    if (verdict !== undefined) {
      console.error(`  ${verdict}`);
      missed.push(one.defect);
    }
  }
} finally {
  copy.remove();
}
report({
  id: "planted",
  promise: `Of ${defects.length} planted defects each turns the test red that is named for it`,
  wanted: "none missed",
  seen: `${chosen.length} planted, ${missed.length} missed${missed.length > 0 ? `: ${missed.join("; ")}` : ""}`,
  kept: missed.length === 0 && chosen.length > 0,
});

/** Why a defect was not caught; `undefined` when it was. */
function tryOne(one: PlantedDefect): string | undefined {
  const named = `"${one.test}" in ${one.in}/${one.run}`;
  const before = runCheck(copy.folder, one);
  // A test that is red already catches everything.
  if (before !== "passed") return `${named} is ${before} without the defect`;
  const file = join(copy.folder, one.file);
  const source = readFileSync(file, "utf8");
  try {
    writeFileSync(file, plantedIn(source, one));
    if (one.built === true) build(copy.folder);
    const after = runCheck(copy.folder, one);
    return after === "failed" ? undefined : `${named} is ${after} with the defect`;
  } finally {
    writeFileSync(file, source);
    if (one.built === true) build(copy.folder);
  }
}
