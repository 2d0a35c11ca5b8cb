import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";

/** Debian keeps PostgreSQL's server programs outside of the path. */
const folders = () => [...(process.env["PATH"] ?? "").split(":"), ...globSync("/usr/lib/postgresql/*/bin")];

/** Where a program is, or `undefined`. */
function find(program: string): string | undefined {
  return folders()
    .map((folder) => `${folder}/${program}`)
    .findLast((path) => spawnSync("test", ["-x", path]).status === 0);
}

/** Where a program is. @throws Error that says what to install. */
export function need(program: string, debianPackage: string): string {
  const path = find(program);
  if (path === undefined) throw new Error(`${program} is not installed. Debian: apt-get install ${debianPackage}`);
  return path;
}
