import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "./run.ts";

interface Budget {
  readonly what: string;
  readonly code: string;
  readonly maxKb: number;
  /** Package whose dependencies are in reach. Default kryptogo. */
  readonly from?: string;
}

const budgets: readonly Budget[] = [
  {
    what: "one KryptoGO operation, ky and validation in",
    code: `import { kryptogoTransport } from "@x/kryptogo"; import { getSearchTaskSummary } from "@x/kryptogo/endpoints";
      export const run = (apiKey) => kryptogoTransport({ environment: "production", apiKey }).request(getSearchTaskSummary, { task_id: 1 });`,
    maxKb: 20,
  },
  {
    what: "the same without ky (sendWithFetch)",
    code: `import { kryptogoTransport, sendWithFetch } from "@x/kryptogo"; import { getSearchTaskSummary } from "@x/kryptogo/endpoints";
      export const run = (apiKey) => kryptogoTransport({ environment: "production", apiKey, send: sendWithFetch }).request(getSearchTaskSummary, { task_id: 1 });`,
    maxKb: 20,
  },
  { what: "whole KryptoGO client", code: `export { KryptogoClient } from "@x/kryptogo";`, maxKb: 32 },
  { what: "KryptoGO callbacks", code: `export { parseKryptogoCallback } from "@x/kryptogo/callbacks";`, maxKb: 12 },
  {
    what: "one portal operation, ky, tokens and validation in",
    code: `import { kycPortalTransport } from "@x/kyc-portal"; import { listJurisdictions } from "@x/kyc-portal/endpoints";
      export const run = (clientId, clientSecret) => kycPortalTransport({ environment: "sandbox", clientId, clientSecret }).request(listJurisdictions, {});`,
    maxKb: 20,
    from: "kyc-portal",
  },
  {
    what: "whole portal client",
    code: `export { KycPortalClient } from "@x/kyc-portal";`,
    maxKb: 48,
    from: "kyc-portal",
  },
  {
    what: "portal callbacks",
    code: `export { parseKycPortalEvent } from "@x/kyc-portal/callbacks";`,
    maxKb: 12,
    from: "kyc-portal",
  },
];

const imports: readonly { what: string; specifier: string; maxMs: number; from?: string }[] = [
  { what: "import @x/kryptogo over bare Node", specifier: "@x/kryptogo", maxMs: 10 },
  { what: "import @x/kryptogo/callbacks over bare Node", specifier: "@x/kryptogo/callbacks", maxMs: 6 },
  { what: "import @x/kyc-portal over bare Node", specifier: "@x/kyc-portal", maxMs: 10, from: "kyc-portal" },
  {
    what: "import @x/kyc-portal/callbacks over bare Node",
    specifier: "@x/kyc-portal/callbacks",
    maxMs: 6,
    from: "kyc-portal",
  },
];

const folderOf = (name: string = "kryptogo"): string => join(root, "packages", name);
let over = 0;

for (const { what, code, maxKb, from } of budgets) {
  const kb = gzipSync(await bundle(code, folderOf(from)), { level: 9 }).length / 1024;
  report(what, kb, maxKb, "KB gzip");
}
for (const { what, specifier, maxMs, from } of imports) report(what, startUp(specifier, folderOf(from)), maxMs, "ms");
process.exitCode = over === 0 ? 0 : 1;

function report(what: string, value: number, max: number, unit: string): void {
  const fits = value <= max;
  if (!fits) over++;
  console.log(
    `${fits ? "ok  " : "OVER"} ${value.toFixed(1).padStart(6)} of ${String(max).padStart(3)} ${unit.padEnd(8)} ${what}`,
  );
}

async function bundle(code: string, cwd: string): Promise<Uint8Array> {
  const result = await build({
    stdin: { contents: code, resolveDir: cwd },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    metafile: true,
  });
  if (process.argv.includes("--why"))
    for (const [file, { bytesInOutput }] of Object.entries(Object.values(result.metafile.outputs)[0]?.inputs ?? {})
      .toSorted((a, b) => b[1].bytesInOutput - a[1].bytesInOutput)
      .slice(0, 12))
      console.log(`       ${bytesInOutput} ${file}`);
  return result.outputFiles[0]?.contents ?? new Uint8Array();
}

/** Median over fresh processes, less that of a bare one taken in turn with them. */
function startUp(specifier: string, cwd: string): number {
  const folder = mkdtempSync(join(cwd, ".size-"));
  try {
    const [bare, loaded] = [join(folder, "bare.mjs"), join(folder, "loaded.mjs")];
    writeFileSync(bare, "");
    writeFileSync(loaded, `import "${specifier}";`);
    const differences = Array.from({ length: 15 }, () => time(loaded) - time(bare));
    return Math.max(0, differences.toSorted((a, b) => a - b)[7] ?? 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function time(file: string): number {
  const began = performance.now();
  spawnSync(process.execPath, [file]);
  return performance.now() - began;
}
