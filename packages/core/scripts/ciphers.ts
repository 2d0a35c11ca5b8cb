import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { check, type Tally } from "./ciphers/check.ts";
import { type Bundle, runtimes } from "./ciphers/runtimes.ts";
import { vectorSets } from "./ciphers/vectors.ts";

/**
 * Opens test vectors with the library's ciphers on Node, Bun, Deno and workerd, and prints what became of them: NIST's,
 * Project Wycheproof's and those that OpenSSL makes on the spot.
 */
const here = fileURLToPath(new URL(".", import.meta.url));
const sets = vectorSets();
const folder = mkdtempSync(join(here, "..", ".ciphers-"));
let failures = 0;
try {
  const own: Record<string, Tally> = {};
  for (const [name, vectors] of Object.entries(sets)) own[name] = await check(vectors);
  report("Node, not bundled", own);
  const bundle = await bundled();
  for (const [name, run] of Object.entries(runtimes)) report(name, await tallies(run, bundle));
} finally {
  rmSync(folder, { recursive: true });
}
console.log(failures === 0 ? "100 % right" : `${failures} went otherwise than they must`);
process.exitCode = failures === 0 ? 0 : 1;

async function bundled(): Promise<Bundle> {
  const [script, worker] = ["script.mjs", "worker.mjs"];
  await write(script, "console.log(await run());");
  await write(worker, "export default { fetch: async () => new Response(await run()) };");
  return { folder, script: join(folder, script), worker };
}

async function write(file: string, end: string): Promise<void> {
  const contents = `import { check } from "./ciphers/check.ts";
    const sets = ${JSON.stringify(sets)};
    const run = async () => {
      const tallies = {};
      for (const name of Object.keys(sets)) tallies[name] = await check(sets[name]);
      return JSON.stringify(tallies);
    };
    ${end}`;
  await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    treeShaking: true,
    external: ["ky", "zod/mini"],
    outfile: join(folder, file),
    logLevel: "error",
  });
}

async function tallies(run: (bundle: Bundle) => Promise<string>, bundle: Bundle): Promise<Record<string, Tally>> {
  return JSON.parse(await run(bundle)) as Record<string, Tally>;
}

function report(runtime: string, results: Record<string, Tally>): void {
  for (const [name, { accepted, refused, wrong }] of Object.entries(results)) {
    failures += wrong.length;
    const verdict = wrong.length === 0 ? "ok" : `WRONG: ${wrong.slice(0, 10).join(", ")}`;
    const counts = `${String(sets[name]?.length).padStart(4)} vectors, ${accepted} opened, ${refused} refused`;
    console.log(`${runtime.padEnd(22)} ${name.padEnd(22)} ${counts.padEnd(46)} ${verdict}`);
  }
}
