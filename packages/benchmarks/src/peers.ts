import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the other clients are: a folder of their own, at the versions of `peers.json`, in nobody's lockfile. */
export const peersFolder = join(here, "node_modules/.peers");

/** Installs them once; nothing of theirs runs at install. */
export function installPeers(): void {
  const [wanted, there] = [join(here, "peers.json"), join(peersFolder, "package.json")];
  const same = existsSync(there) && readFileSync(there, "utf8") === readFileSync(wanted, "utf8");
  if (same && existsSync(join(peersFolder, "node_modules/zod"))) return;
  mkdirSync(peersFolder, { recursive: true });
  copyFileSync(wanted, there);
  const args = ["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"];
  if (spawnSync("npm", args, { cwd: peersFolder, stdio: "inherit" }).status !== 0)
    throw new Error("The other clients could not be installed: npm and a registry are needed.");
}

/** Loads one of them. */
export function peer<Module>(name: string): Module {
  return createRequire(join(peersFolder, "x.js"))(name) as Module;
}
