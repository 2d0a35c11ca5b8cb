import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "./run.ts";

interface Budget {
  readonly what: string;
  readonly code: string;
  /** Grown beyond this, something is wrong. */
  readonly maxKb: number;
  /** Where it should be, see docs/decisions/005-size.md. */
  readonly aimKb: number;
}

const one = (imports: string, options: string): string => `
  import { kryptogoTransport${imports} } from "@x/kryptogo"; import { getSearchTaskSummary } from "@x/kryptogo/endpoints";
  export const run = (apiKey) =>
    kryptogoTransport({ environment: "production", apiKey${options} }).request(getSearchTaskSummary, { task_id: 1 });`;

const budgets: readonly Budget[] = [
  { what: "one KryptoGO operation, ky and validation in", code: one("", ""), maxKb: 28, aimKb: 20 },
  { what: "whole KryptoGO client", code: `export { KryptogoClient } from "@x/kryptogo";`, maxKb: 34, aimKb: 32 },
  {
    what: "KryptoGO callbacks",
    code: `export { parseKryptogoCallback } from "@x/kryptogo/callbacks";`,
    maxKb: 12,
    aimKb: 12,
  },
];

const imports: readonly { what: string; specifier: string; maxMs: number; aimMs: number }[] = [
  { what: "import @x/kryptogo over bare Node", specifier: "@x/kryptogo", maxMs: 15, aimMs: 10 },
  { what: "import @x/kryptogo/callbacks over bare Node", specifier: "@x/kryptogo/callbacks", maxMs: 10, aimMs: 6 },
];

const cwd = join(root, "packages/kryptogo");
let over = 0;

for (const { what, code, maxKb, aimKb } of budgets) {
  const kb = gzipSync(await bundle(code), { level: 9 }).length / 1024;
  report(what, kb, maxKb, aimKb, "KB gzip");
}
for (const { what, specifier, maxMs, aimMs } of imports) report(what, startUp(specifier), maxMs, aimMs, "ms");
process.exitCode = over === 0 ? 0 : 1;

function report(what: string, value: number, max: number, aim: number, unit: string): void {
  if (value > max) over++;
  const verdict = value > max ? "OVER" : value > aim ? "wide" : "ok";
  console.log(
    `${verdict.padEnd(4)} ${value.toFixed(1).padStart(5)} ${unit.padEnd(7)} aim ${aim}, limit ${max}  ${what}`,
  );
}

async function bundle(code: string): Promise<Uint8Array> {
  const result = await build({
    stdin: { contents: code, resolveDir: cwd },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    metafile: true,
    logLevel: "error",
  });
  if (process.argv.includes("--why"))
    for (const [file, { bytesInOutput }] of Object.entries(Object.values(result.metafile.outputs)[0]?.inputs ?? {})
      .toSorted((a, b) => b[1].bytesInOutput - a[1].bytesInOutput)
      .slice(0, 12))
      console.log(`       ${bytesInOutput} ${file}`);
  return result.outputFiles[0]?.contents ?? new Uint8Array();
}

/** The quickest of fresh processes, less the quickest bare one: what else the machine does only ever adds. */
function startUp(specifier: string): number {
  const folder = mkdtempSync(join(cwd, ".size-"));
  try {
    const [bare, loaded] = [join(folder, "bare.mjs"), join(folder, "loaded.mjs")];
    writeFileSync(bare, "");
    writeFileSync(loaded, `import "${specifier}";`);
    const pairs = Array.from({ length: 20 }, () => [time(bare), time(loaded)] as const);
    return Math.max(0, Math.min(...pairs.map(([, ms]) => ms)) - Math.min(...pairs.map(([ms]) => ms)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function time(file: string): number {
  const began = performance.now();
  spawnSync(process.execPath, [file]);
  return performance.now() - began;
}
