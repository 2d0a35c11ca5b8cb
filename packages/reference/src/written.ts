import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./workspace.ts";

/** Writes a generated file, or with `--check` says whether the one that is there is stale. Returns what is wrong. */
export function keep(file: string, text: string): string | undefined {
  const path = join(root, file);
  const kept = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  if (kept === text) return undefined;
  if (process.argv.includes("--check")) return `${file} is stale: run node packages/reference/scripts/generate.ts`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${file}`);
  return undefined;
}
