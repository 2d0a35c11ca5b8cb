import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workspace.ts";

/** Where a tool that is too heavy for every install is kept between runs. */
const cache = join(root, "node_modules/.cache/reference-tools");

/** Installs a tool at an exact version from the npm registry, unless it is there. Returns the path of its program. */
export function tool(name: string, version: string, program: string): string {
  const home = join(cache, `${name.replaceAll("/", "+")}@${version}`);
  const path = join(home, "node_modules/.bin", program);
  if (existsSync(path)) return path;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), '{"private":true}\n');
  const install = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--save-exact", `${name}@${version}`];
  const { status, stderr } = spawnSync("npm", install, { cwd: home, encoding: "utf8", timeout: 180_000 });
  if (status !== 0) throw new Error(`${name}@${version} is not here and could not be installed:\n${stderr}`);
  return path;
}
