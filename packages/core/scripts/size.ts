import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { fiveCallConsumer } from "./five-calls.ts";
import { root } from "./run.ts";

/** A figure with where it should be (docs/decisions/005-size.md). Where it fails is in `budget.json`, and never for times. */
interface Line {
  readonly what: string;
  /** Folder whose dependencies are in reach. */
  readonly from: string;
  readonly aim: number;
}

const bundles: readonly (Line & { readonly code: string })[] = [
  {
    what: "one KryptoGO operation, ky and validation in",
    from: "kryptogo",
    code: `import { kryptogoTransport } from "@x/kryptogo"; import { getSearchTaskSummary } from "@x/kryptogo/endpoints";
      export const run = (apiKey) => kryptogoTransport({ environment: "production", apiKey }).request(getSearchTaskSummary, { task_id: 1 });`,
    aim: 20,
  },
  {
    what: "one portal operation, tokens as well",
    from: "kyc-portal",
    code: `import { kycPortalTransport } from "@x/kyc-portal"; import { listJurisdictions } from "@x/kyc-portal/endpoints";
      export const run = (clientId, clientSecret) => kycPortalTransport({ environment: "sandbox", clientId, clientSecret }).request(listJurisdictions, {});`,
    aim: 20,
  },
  client("kryptogo", "KryptogoClient", 32),
  client("kyc-portal", "KycPortalClient", 48),
  client("argos", "ArgosClient", 32),
  client("verifyvasp-kyt", "VerifyVaspClient", 32),
  callbacks("kryptogo", "parseKryptogoCallback"),
  callbacks("kyc-portal", "parseKycPortalEvent"),
  callbacks("argos", "parseArgosCallback"),
  callbacks("verifyvasp-kyt", "parseVerifyVaspCallback"),
  receiver("kryptogo", "createKryptogoReceiver, secretPathProof, nodeHandler"),
  receiver("kyc-portal", "createKycPortalReceiver, secretPathProof, nodeHandler"),
  receiver("argos", "createArgosReceiver, argosCipher, nodeHandler"),
  receiver("verifyvasp-kyt", "createVerifyVaspReceiver, bearerProof, nodeHandler"),
];

const imports: readonly Line[] = ["kryptogo", "kyc-portal", "argos", "verifyvasp-kyt"].flatMap((from) => [
  { what: `import @x/${from}`, from, aim: 10 },
  { what: `import @x/${from}/callbacks`, from, aim: 6 },
]);

function client(from: string, name: string, aim: number): (typeof bundles)[number] {
  return { what: `whole client of ${from}`, from, code: `export { ${name} } from "@x/${from}";`, aim };
}

function callbacks(from: string, name: string): (typeof bundles)[number] {
  const code = `export { ${name} } from "@x/${from}/callbacks";`;
  return { what: `callbacks of ${from}`, from, code, aim: 12 };
}

/** What a service bundles that receives callbacks: the receiver, a proof or cipher, and the adapter for Node. */
function receiver(from: string, names: string): (typeof bundles)[number] {
  const code = `export { ${names} } from "@x/${from}/callbacks";`;
  return { what: `receiver of ${from}`, from, code, aim: 12 };
}

const folderOf = (name: string): string => join(root, "packages", name);
const json = process.argv.includes("--json");
/** Sizes, instantiations and counts beyond which the check fails; times have none, for a busy machine. */
const budget = JSON.parse(readFileSync(join(root, "packages/core/scripts/budget.json"), "utf8")) as Readonly<
  Record<string, number>
>;
let over = 0;

const figures: Record<string, { first: number; whole: number }> = {};
for (const line of bundles) {
  const [first, late] = await bundle(line.code, folderOf(line.from));
  figures[line.what] = { first, whole: first + late };
  if (!json) report(line, first, late);
}
if (json) console.log(JSON.stringify(figures));
else {
  for (const line of imports) report(line, startUp(line.what.slice("import ".length), folderOf(line.from)));
  counted("instantiations of a five-call consumer", fiveCallConsumer(root).instantiations, 50);
  for (const from of ["kryptogo", "kyc-portal", "argos", "verifyvasp-kyt"])
    counted(`files that import @x/${from} loads`, filesLoaded(`@x/${from}`, folderOf(from)), 12);
}
process.exitCode = over === 0 ? 0 : 1;

function counted(what: string, count: number, aim: number): void {
  const limit = budget[what];
  if (limit === undefined || !(count <= limit)) over++;
  const verdict = limit === undefined || !(count <= limit) ? "OVER" : count > aim ? "wide" : "ok";
  console.log(
    `${verdict.padEnd(4)} ${String(count).padStart(5)}         aim ${aim}, limit ${limit ?? "missing"}  ${what}`,
  );
}

function report({ what, aim }: Line, value: number, late?: number): void {
  const limit = late === undefined ? undefined : (budget[what] ?? 0);
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

/** Processor time of the quickest of fresh processes, less the quickest bare one: what else the machine does only ever adds. */
function startUp(specifier: string, cwd: string): number {
  const folder = mkdtempSync(join(cwd, ".size-"));
  const tell =
    'import { resourceUsage } from "node:process"; const { userCPUTime, systemCPUTime } = resourceUsage(); console.log(userCPUTime + systemCPUTime);';
  try {
    const [bare, loaded] = [join(folder, "bare.mjs"), join(folder, "loaded.mjs")];
    writeFileSync(bare, tell);
    writeFileSync(loaded, `import "${specifier}"; ${tell}`);
    const pairs = Array.from({ length: 15 }, () => [spent(bare), spent(loaded)] as const);
    return Math.max(0, Math.min(...pairs.map(([, ms]) => ms)) - Math.min(...pairs.map(([ms]) => ms)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function spent(file: string): number {
  return Number(spawnSync(process.execPath, [file], { encoding: "utf8" }).stdout) / 1000;
}

/** Files of ours and of what we depend on that a process reads for an import. */
function filesLoaded(specifier: string, cwd: string): number {
  const folder = mkdtempSync(join(cwd, ".size-"));
  try {
    const [hook, loaded] = [join(folder, "hook.mjs"), join(folder, "loaded.mjs")];
    writeFileSync(
      hook,
      `import { registerHooks } from "node:module"; let files = 0;
       registerHooks({ load(url, context, next) { if (url.startsWith("file:") && !url.includes("/.size-")) files++; return next(url, context); } });
       process.on("exit", () => console.log(files));`,
    );
    writeFileSync(loaded, `import ${JSON.stringify(specifier)};`);
    return Number(spawnSync(process.execPath, ["--import", hook, loaded], { encoding: "utf8" }).stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
