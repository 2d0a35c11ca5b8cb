import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installed, npmInstall } from "../install.ts";
import { here } from "../root.ts";
import { compilers, tools } from "../versions.ts";

/** A user's project: the packages from their tarballs, the tools from a folder above it. */
export interface ConsumerProject {
  readonly folder: string;
  /** Where the tools are. */
  readonly tools: string;
  remove(): void;
}

/** Makes a user's project. */
export async function consumerProject(dependencies: Readonly<Record<string, string>>): Promise<ConsumerProject> {
  const aliases = Object.entries(compilers).map(([name, version]) => [name, `npm:typescript@${version}`]);
  const all = { ...tools, ...(Object.fromEntries(aliases) as Record<string, string>) };
  const home = await installed(`tools-${fingerprint(all)}`, all);
  // Not below the cache: jest finds no tests in a path with node_modules in it.
  const outside = mkdtempSync(join(tmpdir(), "consumer-"));
  symlinkSync(join(home, "node_modules"), join(outside, "node_modules"));
  const folder = join(outside, "app");
  mkdirSync(folder);
  const manifest = { private: true, type: "module", dependencies, overrides: dependencies };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  cpSync(join(here, "consumers/use.ts"), join(folder, "use.ts"));
  await npmInstall(folder);
  return { folder, tools: join(home, "node_modules"), remove: () => rmSync(outside, { recursive: true, force: true }) };
}

function fingerprint(versions: Readonly<Record<string, string>>): string {
  let sum = 7;
  for (const char of JSON.stringify(versions)) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 0xffffffff;
  return sum.toString(16);
}
