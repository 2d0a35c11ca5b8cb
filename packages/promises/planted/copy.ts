import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a package brings along: sources, tests, what it was built to, and the links to what it needs. */
const kept = /^(?:src|test|scripts|dist|node_modules|package\.json|.*\.config\.ts|tsconfig.*\.json)$/;

/** A copy of the workspace to plant in; its dependencies are those of the original. */
export function copyOf(root: string): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  cpSync(join(root, "tsconfig.base.json"), join(folder, "tsconfig.base.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const name of readdirSync(join(root, "packages"))) {
    mkdirSync(join(folder, "packages", name), { recursive: true });
    for (const entry of readdirSync(join(root, "packages", name)))
      if (kept.test(entry))
        cpSync(join(root, "packages", name, entry), join(folder, "packages", name, entry), {
          recursive: true,
          verbatimSymlinks: true,
          filter: (from) => !/\/node_modules\/\.(?:vite|cache)/.test(from),
        });
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
