import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../root.ts";

/** Writes files of one kind into a folder, or says which of those there are not what they should be. */
export function pin(folder: string, files: Readonly<Record<string, string>>, isCheck: boolean): string[] {
  mkdirSync(folder, { recursive: true });
  const stale = Object.entries(files).filter(([name, text]) => {
    const file = join(folder, name);
    if (existsSync(file) && readFileSync(file, "utf8") === text) return false;
    if (!isCheck) writeFileSync(file, text);
    return true;
  });
  const gone = readdirSync(folder).filter((name) => !Object.hasOwn(files, name));
  if (!isCheck) return gone.map((name) => `${relative(root, join(folder, name))} belongs to nothing: delete it`);
  return [...stale.map(([name]) => name), ...gone].map(
    (name) =>
      `${relative(root, join(folder, name))} is stale: run node packages/runtimes/scripts/packages.ts and look at the difference`,
  );
}
