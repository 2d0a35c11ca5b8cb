import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
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
  receiver("kryptogo", "createKryptogoReceiver, secretPathProof, nodeHandler"),
  receiver("kyc-portal", "createKycPortalReceiver, secretPathProof, nodeHandler"),
  receiver("argos", "createArgosReceiver, argosCipher, nodeHandler"),
  receiver("verifyvasp-kyt", "createVerifyVaspReceiver, bearerProof, nodeHandler", 18),
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

/** What a service bundles that receives callbacks: the receiver, a proof or cipher, and the adapter for Node. */
function receiver(from: string, names: string, limit: number = 14): (typeof bundles)[number] {
  const code = `export { ${names} } from "@x/${from}/callbacks";`;
  return { what: `receiver of ${from}`, from, code, aim: 12, limit };
}

const folderOf = (name: string): string => join(root, "packages", name);
let over = 0;

for (const line of bundles) report(line, ...(await bundle(line.code, folderOf(line.from))));
for (const line of imports) report(line, startUp(line.what.slice("import ".length), folderOf(line.from)));
process.exitCode = over === 0 ? 0 : 1;

function report({ what, aim, limit }: Line, value: number, late?: number): void {
  if (limit !== undefined && value > limit) over++;
  const verdict = limit !== undefined && value > limit ? "OVER" : value > aim ? "wide" : "ok";
  const lines = `aim ${aim}${limit === undefined ? "" : `, limit ${limit}`}`;
  const whole = late === undefined || late === 0 ? "" : `, ${(value + late).toFixed(1)} with what explains a no`;
  const unit = late === undefined ? "ms" : "KB gzip";
  console.log(`${verdict.padEnd(4)} ${value.toFixed(1).padStart(5)} ${unit.padEnd(7)} ${lines}  ${what}${whole}`);
}

/**
 * What every visitor loads, ky included, and what is loaded once an input or an answer is not as documented.
 *
 * Without a bundler that splits, both are one file.
 */
async function bundle(code: string, resolveDir: string): Promise<[first: number, late: number]> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir },
    bundle: true,
    minify: true,
    write: false,
    splitting: true,
    outdir: "out",
    format: "esm",
    platform: "browser",
    target: "es2022",
    metafile: true,
    absWorkingDir: root,
    logLevel: "error",
  });
  if (process.argv.includes("--why")) why(metafile);
  const entry = Object.entries(metafile.outputs).find(([, one]) => one.entryPoint === "<stdin>")?.[0] ?? "";
  const first = reached(metafile, entry, (file) => !isExplain(metafile, file));
  const whole = reached(metafile, entry, () => true);
  const weight = (files: ReadonlySet<string>): number =>
    outputFiles
      .filter(({ path }) => files.has(relative(root, path)))
      .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length / 1024, 0);
  return [weight(first), weight(whole) - weight(first)];
}

/** Files that a bundle's entry loads, at once or later. */
function reached({ outputs }: Metafile, entry: string, follow: (file: string) => boolean): ReadonlySet<string> {
  const found = new Set([entry]);
  // A set is walked to what is added on the way.
  for (const file of found)
    for (const { path, external } of outputs[file]?.imports ?? [])
      if (external !== true && follow(path)) found.add(path);
  return found;
}

function isExplain({ outputs }: Metafile, file: string): boolean {
  return Object.keys(outputs[file]?.inputs ?? {}).some((input) => /core\/dist\/explain-/.test(input));
}

function why({ outputs }: Metafile): void {
  for (const { inputs } of Object.values(outputs))
    for (const [file, { bytesInOutput }] of Object.entries(inputs).toSorted(
      (a, b) => b[1].bytesInOutput - a[1].bytesInOutput,
    ))
      if (bytesInOutput > 500) console.log(`       ${bytesInOutput} ${file}`);
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
