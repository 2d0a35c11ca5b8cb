import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../shell.ts";
import { bundleProbe } from "./bundle.ts";
import type { Probing, ProbeResults } from "./types.ts";

const mark = "PROBED ";

/** Runs the probe in a process of its own: Node, Bun, Deno. */
export async function inProcess({ runtime, form, project, lab, cells }: Probing): Promise<ProbeResults> {
  const name = `${runtime.name}-${runtime.version}-${form}`.toLowerCase();
  const extension = form === "ESM" ? "mjs" : "cjs";
  const probe = join(project, `probe-${name}.${extension}`);
  await bundleProbe({
    entry: "index.js",
    project,
    outfile: probe,
    format: form === "ESM" ? "esm" : "cjs",
    external: true,
  });
  const main = join(project, `main-${name}.${extension}`);
  const load =
    form === "ESM"
      ? `import { probe } from "./probe-${name}.mjs";`
      : `const { probe } = require("./probe-${name}.cjs");`;
  const args = `${JSON.stringify(lab)}, ${JSON.stringify(cells)}`;
  writeFileSync(
    main,
    `${load}\nprobe(${args}).then((all) => console.log(${JSON.stringify(mark)} + JSON.stringify(all)));\n`,
  );
  const { code, stdout, stderr } = await run(runtime.file, [...runtime.args, main], { cwd: project });
  const line = stdout.split("\n").find((one) => one.startsWith(mark));
  if (code !== 0 || line === undefined)
    throw new Error(`${runtime.name} ended with ${code}:\n${(stdout + stderr).slice(-3000)}`);
  rmSync(main);
  return JSON.parse(line.slice(mark.length)) as ProbeResults;
}
