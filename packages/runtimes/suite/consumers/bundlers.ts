import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../shell.ts";
import { tools as versions } from "../versions.ts";
import type { ConsumerProject } from "./project.ts";
import type { ConsumerRow } from "./types.ts";

/** How each bundler is asked for one file that runs in a browser; `entry` and `out` are in scope. */
const bundlers = {
  esbuild: `import { build } from "esbuild";
    await build({ entryPoints: [entry], outfile: out, bundle: true, minify: true, format: "esm", platform: "browser", target: "es2022" });`,
  rollup: `import { rollup } from "rollup";
    import { nodeResolve } from "@rollup/plugin-node-resolve";
    const bundle = await rollup({ input: entry, plugins: [nodeResolve({ browser: true })], onLog: (_, log) => { if (/^(?:UNRESOLVED_IMPORT|MISSING_EXPORT)$/.test(log.code)) throw new Error(log.message); } });
    await bundle.write({ file: out, format: "esm", inlineDynamicImports: true });`,
  webpack: `import webpack from "webpack";
    import { basename, dirname } from "node:path";
    const output = { path: dirname(out), filename: basename(out), module: true, chunkFormat: "module" };
    const plugins = [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })];
    const config = { entry, output, plugins, mode: "production", target: ["web", "es2022"], experiments: { outputModule: true }, performance: false };
    await new Promise((done, failed) => webpack(config, (error, stats) => error ?? (stats.hasErrors() || stats.hasWarnings()) ? failed(error ?? new Error(stats.toString())) : done()));`,
  vite: `import { build } from "vite";
    import { basename, dirname } from "node:path";
    const lib = { entry, formats: ["es"], fileName: () => basename(out) };
    await build({ configFile: false, logLevel: "warn", build: { outDir: dirname(out), emptyOutDir: false, target: "es2022", minify: true, lib, rolldownOptions: { output: { codeSplitting: false } } } });`,
} as const;

/** Bundles a user's program for a browser by each bundler, and runs what comes out. */
export async function tryBundlers(project: ConsumerProject): Promise<ConsumerRow[]> {
  const { folder } = project;
  writeFileSync(
    join(folder, "print.js"),
    'import { use } from "./use.js";\nuse().then((says) => console.log(says));\n',
  );
  const strip =
    'import { transformSync } from "esbuild"; import { readFileSync, writeFileSync } from "node:fs"; writeFileSync("use.js", transformSync(readFileSync("use.ts", "utf8"), { loader: "ts", target: "es2022" }).code);';
  writeFileSync(join(folder, "strip.mjs"), strip);
  await run(process.execPath, ["strip.mjs"], { cwd: folder });
  const rows: ConsumerRow[] = [];
  for (const [name, script] of Object.entries(bundlers))
    rows.push(await tryOne(project, name as keyof typeof bundlers, script));
  return rows;
}

async function tryOne({ folder }: ConsumerProject, name: keyof typeof bundlers, script: string): Promise<ConsumerRow> {
  const cwd = join(folder, `by-${name}`);
  mkdirSync(cwd);
  const where = `const entry = ${JSON.stringify(join(folder, "print.js"))}, out = ${JSON.stringify(join(cwd, "out.mjs"))};`;
  writeFileSync(join(cwd, "build.mjs"), `${script.replace(/\n\s*(?=(?:const|await))/, `\n${where}\n`)}\n`);
  const built = await run(process.execPath, ["build.mjs"], { cwd });
  const ran = await run(process.execPath, ["out.mjs"], { cwd });
  const passed = built.code === 0 && /^used \d+$/m.test(ran.stdout);
  return {
    name,
    version: versions[name],
    what: "one file for a browser, built and run",
    cell: passed ? { state: "ok" } : { state: "red", says: (built.stdout + built.stderr + ran.stderr).slice(0, 1500) },
  };
}
