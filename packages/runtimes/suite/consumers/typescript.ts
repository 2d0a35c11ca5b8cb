import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../shell.ts";
import { compilers } from "../versions.ts";
import type { ConsumerProject } from "./project.ts";
import type { ConsumerRow } from "./types.ts";

const resolutions = {
  node16: { module: "node16", moduleResolution: "node16" },
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};

/** A compiler with a way to find modules. */
interface Setting {
  readonly compiler: keyof typeof compilers;
  readonly resolution: keyof typeof resolutions;
}

const all = Object.keys(compilers).flatMap((compiler) =>
  Object.keys(resolutions).map((resolution) => ({ compiler, resolution }) as Setting),
);

/** Every compiler once, and each way of finding modules once: the rest differs little. */
const few = all.filter(
  ({ compiler, resolution }) =>
    resolution === (compiler === "typescript-5.4" ? "node16" : compiler === "typescript-5.9" ? "bundler" : "nodenext"),
);

/** Compiles a user's program, with every declaration of every package looked into. */
export async function tryTypeScript(project: ConsumerProject, quick: boolean): Promise<ConsumerRow[]> {
  const rows: ConsumerRow[] = [];
  for (const setting of quick ? few : all) rows.push(await compile(project, setting));
  return rows;
}

async function compile({ folder, tools }: ConsumerProject, setting: Setting): Promise<ConsumerRow> {
  const { compiler, resolution } = setting;
  const cwd = join(folder, `${compiler}-${resolution}`);
  mkdirSync(cwd);
  cpSync(join(folder, "use.ts"), join(cwd, "use.mts"));
  // A bundler's user has no CommonJS file; the others load the CommonJS build's declarations by one.
  if (resolution !== "bundler") cpSync(join(folder, "use.ts"), join(cwd, "use.cts"));
  const compilerOptions = {
    ...resolutions[resolution],
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    types: [],
    noEmit: true,
  };
  writeFileSync(join(cwd, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["use.*"] }));
  const { code, stdout } = await run(process.execPath, [join(tools, compiler, "bin/tsc"), "-p", "."], { cwd });
  return {
    name: "TypeScript",
    version: compilers[compiler],
    what: `\`moduleResolution: ${resolution}\`, strict, \`skipLibCheck: false\``,
    cell: code === 0 ? { state: "ok" } : { state: "red", says: stdout.slice(0, 1500) },
  };
}
