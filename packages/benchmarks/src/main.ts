import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem, type } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { calls, overSocketsOnly } from "./cases/calls.ts";
import { largest, lengthOf } from "./cases/largest.ts";
import { validations } from "./cases/validation.ts";
import type { Figures } from "./measure.ts";
import { installPeers, peersFolder } from "./peers.ts";
import { bars, shown } from "./plot.ts";
import { importCost, peerSizes } from "./sizes.ts";
import { fiveCallConsumer } from "../../core/scripts/five-calls.ts";

/**
 * Measures everything and writes `docs/performance.md` and its plots: `node packages/benchmarks/src/main.ts`.
 *
 * Every case has a process of its own, several times over, and the least counts. `--runs N` says how often (3), `--heap N`
 * over how many calls (1,000,000), `--only stubbed,validated` what is measured; `--quick` measures once. Neither of the last two writes anything.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const quick = process.argv.includes("--quick");
const given = (name: string): string | undefined =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const runs = quick ? 1 : Number(given("--runs") ?? 3);
const heapCalls = given("--heap") ?? (quick ? "20000" : "1000000");
const only = given("--only")?.split(",");
const writes = !quick && only === undefined;
const wanted = (section: string): boolean => only === undefined || only.includes(section);
const folder = join(root, "docs/performance");
const sections: string[] = [];

installPeers();
mkdirSync(folder, { recursive: true });

const overStub = Object.keys(calls).filter((name) => !overSocketsOnly.includes(name));
await compared("stubbed", "One call, answered at once", overStub, "fetch + JSON.parse", {
  says: "Processor time of a call against a `fetch` that answers at once with a page of seven search tasks (3.4 KB). Ours and those with zod check every field of it.",
});
if (wanted("stages")) whereTimeGoes();
const overLoopback = Object.keys(calls).filter((name) => !name.endsWith("off") && !name.endsWith("strict"));
await withServer("serve", () =>
  compared("loopback", "One call over loopback, 16 in flight", overLoopback, "fetch + JSON.parse", {
    says: "Processor time of the client; the server is a process of its own.",
  }),
);
await withServer("take-uploads", uploads);
await compared("validated", "Checking one answer", Object.keys(validations), "hand-written: check and rebuild", {
  says: "Processor time of checking the same page, parsed already.",
});
if (wanted("largest")) largestAnswers();
if (wanted("inFlight")) await widths();
await compared("base64", "15 MB as base64", ["Buffer", "ours", "12-bit table"], "Buffer", {
  says: "Where a runtime has neither `toBase64` nor `Buffer`, the table is used.",
});
await compared("aes", "AES-256-CBC of 200 KB, there and back", ["node:crypto", "ours"], "node:crypto", {
  says: "Ours is WebCrypto, which every runtime has; it works in a thread of its own.",
});
await compared("paging", "100,000 items in 1,000 pages, each item", ["fetch in a loop", "ours"], "fetch in a loop", {
  says: "Ours checks every field of every item.",
});
if (wanted("heap")) heapOverCalls();
if (wanted("sizes")) await sizesNextToPeers();
if (wanted("imports")) importsNextToPeers();
if (wanted("types")) types();

const text = `${[heading(), ...sections].join("\n\n")}\n`;
if (!writes) console.log(text);
else {
  writeFileSync(join(root, "docs/performance.md"), text);
  spawnSync(join(root, "node_modules/.bin/oxfmt"), ["docs/performance.md"], { cwd: root });
}

function heading(): string {
  const [cpu] = cpus();
  return `# Performance

Written by \`node packages/benchmarks/src/main.ts\`; do not edit. Ratios to a floor that was measured in the same run; every
case in fresh processes, the least of ${runs} counts. Processor time unless it says otherwise, so that a busy machine shows little;
load when it began: ${loadavg()[0]?.toFixed(1)}.

Machine: ${cpus().length} × ${cpu?.model.trim() ?? "unknown"}, ${(totalmem() / 1e9).toFixed(0)} GB, ${type()}, Node ${process.versions.node}.`;
}

function run(section: string, name: string, flags: readonly string[] = []): Figures | undefined {
  const args = [...flags, join(root, "packages/benchmarks/src/case.ts"), section, name];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 240_000 });
  if (status === 0) return JSON.parse(stdout) as Figures;
  console.error(`${section}, ${name}: ${stderr.split("\n").find((line) => /Error/.test(line)) ?? "failed"}`);
  return undefined;
}

/** The best of several processes. */
function best(section: string, name: string): Figures | undefined {
  const tries = Array.from({ length: runs }, () => run(section, name)).filter((one) => one !== undefined);
  return tries.toSorted((a, b) => (a["us"] ?? 0) - (b["us"] ?? 0))[0];
}

async function compared(
  section: string,
  title: string,
  names: readonly string[],
  floor: string,
  { says }: { says: string },
): Promise<void> {
  if (!wanted(section)) return;
  const found = new Map(names.map((name) => [name, best(section, name)]));
  const unit = found.get(floor)?.["us"] ?? Number.NaN;
  const rows = [...found].flatMap(([name, figures]) =>
    figures === undefined ? [] : [[name, figures["us"] ?? 0] as const],
  );
  const ratios = Object.fromEntries(rows.map(([name, us]) => [name, us / unit]));
  for (const [name, us] of rows) console.error(`${section}: ${name} ${shown(us / unit)}x (${shown(us)} us)`);
  const table = rows.map(([name, us]) => `| ${name} | ${shown(us / unit)} | ${shown(us)} |`);
  sections.push(
    `## ${title}\n\n${says}\n\n![${title}](performance/${section}.svg)\n\n| | ratio | µs |\n| --- | --- | --- |\n${table.join("\n")}`,
  );
  if (writes) writeFileSync(join(folder, `${section}.svg`), bars(title, `1.00 = ${floor}`, ratios));
}

/** Runs something against a server in a process of its own. */
async function withServer(section: string, measure: () => void | Promise<void>): Promise<void> {
  const server = spawn(process.execPath, [join(root, "packages/benchmarks/src/case.ts"), section], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(server.stdout, "data")) as [Buffer];
  process.env["BENCH_SERVER"] = `http://127.0.0.1:${String(port).trim()}`;
  await measure();
  server.kill();
}

function whereTimeGoes(): void {
  const found = Object.entries(run("stages", "") ?? {}).toSorted(([, a], [, b]) => b - a);
  for (const [stage, share] of found) console.error(`stages: ${stage} ${share.toFixed(0)} %`);
  const table = found.map(([stage, share]) => `| ${stage} | ${share.toFixed(1)} |`).join("\n");
  sections.push(
    `## Where the time of that call goes\n\nShares of a profile of 20,000 calls through ky.\n\n| stage | % |\n| --- | --- |\n${table}`,
  );
}

function largestAnswers(): void {
  const rows = Object.entries(largest).map(([vendor, { name, answer }]) => {
    const { parse = Number.NaN, ours = Number.NaN, zod = Number.NaN } = run("largest", vendor) ?? {};
    console.error(`largest: ${vendor} ${name} ${shown(ours / parse)}x of JSON.parse, zod/mini ${shown(zod / parse)}x`);
    const size = (lengthOf(answer) / 1024).toFixed(1);
    return `| ${vendor} | ${name} | ${size} | ${shown(parse)} | ${shown(ours)} | ${shown(zod)} | ${shown(zod / ours)} |`;
  });
  sections.push(
    `## The longest documented answer of each vendor\n\nµs of processor time: \`JSON.parse\` of its text, our check of every field, and zod/mini's by the same schema.\n\n| vendor | operation | KB | JSON.parse | ours | zod/mini | zod/mini to ours |\n| --- | --- | --- | --- | --- | --- | --- |\n${rows.join("\n")}`,
  );
}

function uploads(): void {
  if (!wanted("upload")) return;
  const found = ["fetch + FormData", "ours, from a path", "ours, from bytes"].map(
    (name) => [name, run("upload", name, ["--expose-gc"])] as const,
  );
  const floor = found[0]?.[1]?.["us"] ?? Number.NaN;
  const rows = found.map(([name, { us = Number.NaN, growth = Number.NaN } = {}]) => {
    console.error(`upload: ${name} ${shown(us / floor)}x, grew by ${growth.toFixed(2)} files`);
    return `| ${name} | ${shown(us / floor)} | ${shown(us / 1000)} | ${growth.toFixed(2)} |`;
  });
  sections.push(
    `## 20 MB uploaded over a socket\n\nProcessor time, and by how many files the process grew at most over five uploads; where it is given bytes it holds them already.\n\n| | ratio | ms | grew by |\n| --- | --- | --- | --- |\n${rows.join("\n")}`,
  );
}

async function widths(): Promise<void> {
  const measured = (prefix: string) =>
    ["1", "10", "100", "1000"].map((width) => [width, best("inFlight", prefix + width)] as const);
  const [ours, bare] = [measured(""), measured("bare ")];
  const growth = (all: typeof ours, at: number): number =>
    (all[at]?.[1]?.["us"] ?? Number.NaN) / (all[0]?.[1]?.["us"] ?? Number.NaN);
  const rows = ours.map(([width, figures], at) => {
    const us = figures?.["us"] ?? Number.NaN;
    console.error(`inFlight: ${width} ${shown(growth(ours, at))}x, bare ${shown(growth(bare, at))}x`);
    return `| ${width} | ${shown(growth(ours, at))} | ${shown(growth(bare, at))} | ${shown(us)} | ${Math.round(1e6 / us)} | ${shown((figures?.["p99"] ?? 0) / 1000)} |`;
  });
  sections.push(
    `## Calls in flight\n\nThrough ky, against a \`fetch\` that answers at once; next to it how the cost of that answer and \`JSON.parse\` alone grows.\n\n| in flight | ratio | without us | µs a call | calls a second of one processor | p99, ms by the clock |\n| --- | --- | --- | --- | --- | --- |\n${rows.join("\n")}`,
  );
}

function heapOverCalls(): void {
  const found = Object.entries(run("heap", heapCalls, ["--expose-gc"]) ?? {});
  for (const [at, MB] of found) console.error(`heap: ${at} ${MB.toFixed(2)}`);
  const row = found.map(([, MB]) => MB.toFixed(2)).join(" | ");
  const head = found.map(([at]) => at.replace("MB after ", "")).join(" | ");
  sections.push(
    `## Heap over ${Number(heapCalls).toLocaleString("en")} calls\n\nMB after a collection.\n\n| ${head} |\n|${" --- |".repeat(found.length)}\n| ${row} |`,
  );
}

async function sizesNextToPeers(): Promise<void> {
  const found = await peerSizes();
  const { stdout } = spawnSync(process.execPath, [join(root, "packages/core/scripts/size.ts"), "--json"], {
    encoding: "utf8",
  });
  const own = JSON.parse(stdout) as Record<string, { first: number; whole: number }>;
  const all = {
    ...found,
    ...Object.fromEntries(Object.entries(own).map(([name, { first }]) => [`ours: ${name}`, first])),
  };
  const rows = Object.entries(all).map(([name, kb]) => {
    const whole = own[name.slice("ours: ".length)]?.whole;
    return `| ${name} | ${kb.toFixed(1)} | ${whole === undefined ? "" : whole.toFixed(1)} |`;
  });
  sections.push(
    `## What a page loads\n\nKB gzip of one call by esbuild, minified. Ours is with ky and with checks; the last column adds the half that explains a refused input or a changed answer, loaded when that happens.\n\n![Sizes](performance/sizes.svg)\n\n| | KB | with what explains |\n| --- | --- | --- |\n${rows.join("\n")}`,
  );
  if (writes) writeFileSync(join(folder, "sizes.svg"), bars("What a page loads", "KB gzip", all));
}

function importsNextToPeers(): void {
  const own = ["kryptogo", "kyc-portal", "argos", "verifyvasp-kyt"].flatMap((name) =>
    ["", "/callbacks"].map((entry) => [
      `ours: @x/${name}${entry}`,
      `@x/${name}${entry}`,
      join(root, "packages/benchmarks"),
    ]),
  );
  const others = ["ky", "zod/mini", "zod", "ofetch", "openapi-fetch", "axios", "stripe", "openai", "plaid"];
  const cases = [...own, ...others.map((name) => [name, name, peersFolder])];
  const found = cases.map(([name = "", specifier = "", cwd = ""]) => [name, importCost(specifier, cwd)] as const);
  for (const [name, { ms }] of found) console.error(`import: ${name} ${shown(ms)} ms`);
  const rows = found.map(([name, { ms, MB }]) => `| ${name} | ${ms.toFixed(1)} | ${MB.toFixed(1)} |`);
  sections.push(
    `## Loading\n\nProcessor time and memory over a bare process, the least of eleven.\n\n![Loading](performance/imports.svg)\n\n| | ms | MB |\n| --- | --- | --- |\n${rows.join("\n")}`,
  );
  const plotted = Object.fromEntries(found.map(([name, { ms }]) => [name, ms]));
  if (writes) writeFileSync(join(folder, "imports.svg"), bars("Loading", "ms", plotted));
}

function types(): void {
  const { instantiations, seconds, MB } = fiveCallConsumer(root);
  console.error(`types: ${instantiations} instantiations`);
  sections.push(
    `## Types\n\nA program of five calls: ${instantiations} instantiations beyond the program that only makes the client; checked in ${seconds} s with ${MB.toFixed(0)} MB, the standard library included.`,
  );
}
