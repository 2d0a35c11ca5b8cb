import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "./run.ts";

/** A figure with where it should be (docs/decisions/005-size.md), and beyond which something is wrong. */
interface Line {
  readonly what: string;
  /** Folder whose dependencies are in reach. */
  readonly from: string;
  readonly aim: number;
  /** Absent for times: a busy machine must not fail a check. */
  readonly limit?: number;
}

const bundles: readonly (Line & { readonly code: string })[] = [
  {
    what: "one KryptoGO operation, ky and validation in",
    from: "kryptogo",
    code: `import { kryptogoTransport } from "@x/kryptogo"; import { getSearchTaskSummary } from "@x/kryptogo/endpoints";
      export const run = (apiKey) => kryptogoTransport({ environment: "production", apiKey }).request(getSearchTaskSummary, { task_id: 1 });`,
    aim: 20,
    limit: 31,
  },
  {
    what: "one portal operation, tokens as well",
    from: "kyc-portal",
    code: `import { kycPortalTransport } from "@x/kyc-portal"; import { listJurisdictions } from "@x/kyc-portal/endpoints";
      export const run = (clientId, clientSecret) => kycPortalTransport({ environment: "sandbox", clientId, clientSecret }).request(listJurisdictions, {});`,
    aim: 20,
    limit: 33,
  },
  client("kryptogo", "KryptogoClient", 32, 37),
  client("kyc-portal", "KycPortalClient", 48, 48),
  client("argos", "ArgosClient", 32, 44),
  client("verifyvasp-kyt", "VerifyVaspClient", 32, 40),
  callbacks("kryptogo", "parseKryptogoCallback"),
  callbacks("kyc-portal", "parseKycPortalEvent"),
  callbacks("argos", "parseArgosCallback"),
  callbacks("verifyvasp-kyt", "parseVerifyVaspCallback"),
];

const imports: readonly Line[] = ["kryptogo", "kyc-portal", "argos", "verifyvasp-kyt"].flatMap((from) => [
  { what: `import @x/${from}`, from, aim: 10 },
  { what: `import @x/${from}/callbacks`, from, aim: 6 },
]);

function client(from: string, name: string, aim: number, limit: number): (typeof bundles)[number] {
  return { what: `whole client of ${from}`, from, code: `export { ${name} } from "@x/${from}";`, aim, limit };
}

function callbacks(from: string, name: string): (typeof bundles)[number] {
  const code = `export { ${name} } from "@x/${from}/callbacks";`;
  return { what: `callbacks of ${from}`, from, code, aim: 12, limit: 14 };
}

const folderOf = (name: string): string => join(root, "packages", name);
let over = 0;

for (const line of bundles)
  report(line, gzipSync(await bundle(line.code, folderOf(line.from)), { level: 9 }).length / 1024, "KB gzip");
for (const line of imports) report(line, startUp(line.what.slice("import ".length), folderOf(line.from)), "ms");
process.exitCode = over === 0 ? 0 : 1;

function report({ what, aim, limit = Number.POSITIVE_INFINITY }: Line, value: number, unit: string): void {
  if (value > limit) over++;
  const verdict = value > limit ? "OVER" : value > aim ? "wide" : "ok";
  console.log(
    `${verdict.padEnd(4)} ${value.toFixed(1).padStart(5)} ${unit.padEnd(7)} aim ${aim}${limit === Number.POSITIVE_INFINITY ? "" : `, limit ${limit}`}  ${what}`,
  );
}

async function bundle(code: string, resolveDir: string): Promise<Uint8Array> {
  const result = await build({
    stdin: { contents: code, resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    metafile: true,
    logLevel: "error",
  });
  if (process.argv.includes("--why")) {
    const parts = Object.entries(Object.values(result.metafile.outputs)[0]?.inputs ?? {});
    for (const [file, { bytesInOutput }] of parts
      .toSorted((a, b) => b[1].bytesInOutput - a[1].bytesInOutput)
      .slice(0, 12))
      console.log(`       ${bytesInOutput} ${file}`);
  }
  return result.outputFiles[0]?.contents ?? new Uint8Array();
}

/** The quickest of fresh processes, less the quickest bare one: what else the machine does only ever adds. */
function startUp(specifier: string, cwd: string): number {
  const folder = mkdtempSync(join(cwd, ".size-"));
  try {
    const [bare, loaded] = [join(folder, "bare.mjs"), join(folder, "loaded.mjs")];
    writeFileSync(bare, "");
    writeFileSync(loaded, `import "${specifier}";`);
    const pairs = Array.from({ length: 15 }, () => [time(bare), time(loaded)] as const);
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
