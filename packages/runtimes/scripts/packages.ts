import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { reports, writeReports } from "../suite/packages/api-report.ts";
import { typeProblems } from "../suite/packages/attw.ts";
import { missingChangesets } from "../suite/packages/changesets.ts";
import { contentsOf, hashOf, manifestOf } from "../suite/packages/contents.ts";
import { pin } from "../suite/packages/pinned.ts";
import { soundnessOf } from "../suite/packages/soundness.ts";
import { here, root } from "../suite/root.ts";
import { must } from "../suite/shell.ts";
import { packAll, pnpm, publishable } from "../suite/tarballs.ts";

/*
 * node packages/runtimes/scripts/packages.ts             checks the packages as they are built; writes their file lists and API reports
 *                                           --check      fails where those are stale, or a changed report has no changeset
 *                                           --rebuild    builds again from nothing and compares each byte
 *                                           --since REF  what changesets are looked for since; main without it
 */
const { argv } = process;
const isCheck = argv.includes("--check");
const base = argv.includes("--since") ? (argv[argv.indexOf("--since") + 1] ?? "") : "main";
const folder = mkdtempSync(join(tmpdir(), "packages-"));
const wrong: string[] = [];
try {
  wrong.push(...agentsCopied());
  const tarballs = await packAll(join(folder, "tarballs"));
  const packed = tarballs.map(({ name, file }) => ({ name, file, entries: contentsOf(file) }));
  for (const { name, file, entries } of packed)
    wrong.push(...[...soundnessOf(entries), ...(await typeProblems(file))].map((says) => `${name} ${says}`));
  const manifests = packed.map(({ name, entries }) => [`${name.slice(3)}.txt`, manifestOf(entries)]);
  wrong.push(...pin(join(here, "manifests"), Object.fromEntries(manifests) as Record<string, string>, isCheck));
  wrong.push(...pin(reports, await freshReports(), isCheck), ...(isCheck ? await missingChangesets(base) : []));
  if (argv.includes("--rebuild")) wrong.push(...(await rebuilt(packed)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const line of wrong) console.error(line);
console.log(`${publishable().length} packages, ${wrong.length === 0 ? "all sound" : `${wrong.length} things wrong`}`);
process.exitCode = wrong.length === 0 ? 0 : 1;

async function freshReports(): Promise<Record<string, string>> {
  const into = join(folder, "api");
  for (const one of publishable()) await writeReports(one.folder, into);
  return Object.fromEntries(readdirSync(into).map((name) => [name, readFileSync(join(into, name), "utf8")]));
}

/** The page for agents lies in each package: they read what is installed. */
function agentsCopied(): string[] {
  const text = readFileSync(join(root, "docs/AGENTS.md"), "utf8");
  return publishable().flatMap(({ name, folder: home }) => {
    const copy = join(home, "AGENTS.md");
    if (existsSync(copy) && readFileSync(copy, "utf8") === text) return [];
    if (!isCheck) writeFileSync(copy, text);
    return isCheck ? [`${name}: AGENTS.md is not docs/AGENTS.md: run node packages/runtimes/scripts/packages.ts`] : [];
  });
}

/** Packages that another build from nothing makes otherwise. */
async function rebuilt(packed: readonly { name: string; entries: ReturnType<typeof contentsOf> }[]): Promise<string[]> {
  for (const one of publishable()) rmSync(join(one.folder, "dist"), { recursive: true, force: true });
  const filters = publishable().map(({ name }) => `--filter=${name}`);
  const env = { TURBO_TELEMETRY_DISABLED: "1" };
  await must("npx", ["-y", pnpm, "exec", "turbo", "run", "build", "--force", ...filters], { cwd: root, env });
  const again = await packAll(join(folder, "again"));
  return packed.flatMap(({ name, entries }) => {
    const other = contentsOf(again.find((one) => one.name === name)?.file ?? "");
    if (hashOf(entries) === hashOf(other)) return [];
    const differing = entries.filter(
      ({ path, bytes }) => !other.some((one) => one.path === path && one.bytes.equals(bytes)),
    );
    return [`${name} is built otherwise each time: ${differing.map(({ path }) => basename(path)).join(", ")}`];
  });
}
