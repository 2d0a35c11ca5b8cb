import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A folder of this machine with packages from npm in it: tools that are too large for the workspace. No install script is run.
 *
 * @param name - Name of the folder.
 * @param packages - Each with its exact version.
 */
export function fromNpm(name: string, packages: readonly string[]): string {
  const folder = join(tmpdir(), `tools-${name}-${packages.join("+").replaceAll(/[^\w.@+-]/g, "_")}`);
  const installed = packages.every((one) =>
    existsSync(join(folder, "node_modules", one.slice(0, one.lastIndexOf("@")), "package.json")),
  );
  if (installed) return folder;
  mkdirSync(folder, { recursive: true });
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps"];
  const { status, stderr } = spawnSync("npm", ["install", ...flags, "--prefix", folder, ...packages], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${packages.join(", ")} could not be had from npm: ${stderr}`);
  return folder;
}
