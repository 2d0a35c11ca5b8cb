import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache } from "./root.ts";
import { must } from "./shell.ts";

/** npm's answer to "which build for this machine": none of these packages needs its install script. */
const platform = `${process.platform}-${process.arch}`;

/**
 * Installs packages at exact versions into a folder of the cache, once.
 *
 * @returns The folder.
 */
export async function installed(name: string, packages: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, "package.json"), JSON.stringify({ private: true, dependencies: packages }));
  await npmInstall(making);
  if (existsSync(folder)) rmSync(making, { recursive: true });
  else renameSync(making, folder);
  return folder;
}

/** Installs what a folder's `package.json` asks for; nothing that comes along runs code. */
export async function npmInstall(cwd: string): Promise<void> {
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  await must("npm", ["install", "--ignore-scripts", "--no-package-lock", "--prefer-offline", ...quiet], { cwd });
}

/** One binary out of a package that holds it for this kind of machine. */
export async function binary(builds: Readonly<Record<string, string>>, version: string, path: string): Promise<string> {
  const name = builds[platform];
  if (name === undefined)
    throw new Error(`No build for ${platform}; there is one for ${Object.keys(builds).join(", ")}.`);
  const folder = await installed(`${name.replace(/\W+/g, "-")}-${version}`, { [name]: version });
  return join(folder, "node_modules", name, path);
}
