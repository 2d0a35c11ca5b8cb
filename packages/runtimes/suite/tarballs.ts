import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";
import { must } from "./shell.ts";

/** A package as it would be published. */
export interface Tarball {
  /** `@x/kryptogo`. */
  readonly name: string;
  /** Its folder in the workspace. */
  readonly folder: string;
  /** The `.tgz`. */
  readonly file: string;
}

/** The pnpm that the workspace names. */
export const pnpm = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { packageManager: string })
  .packageManager;

/** Every package of the workspace that is published. */
export function publishable(): { readonly name: string; readonly folder: string }[] {
  return readdirSync(join(root, "packages")).flatMap((directory) => {
    const folder = join(root, "packages", directory);
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      name: string;
      private?: boolean;
    };
    return manifest.private === true ? [] : [{ name: manifest.name, folder }];
  });
}

/** Packs them all into one folder. */
export async function packAll(into: string): Promise<Tarball[]> {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  return await Promise.all(
    publishable().map(async ({ name, folder }) => {
      if (!existsSync(join(folder, "dist"))) throw new Error(`${name} is not built: run pnpm build first.`);
      const file = join(into, `${name.replace(/^@/, "").replace("/", "-")}.tgz`);
      await must("npx", ["-y", pnpm, "pack", "--out", file], { cwd: folder });
      return { name, folder, file };
    }),
  );
}
