import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the workspace. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** A package that users install. */
export interface PublicPackage {
  /** As in `@x/kryptogo`. */
  readonly name: string;
  /** Its folder, from the root. */
  readonly folder: string;
  readonly description: string;
  /** Its doors: `.`, `./callbacks`, ... */
  readonly entries: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly description?: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
}

/** The packages that users install, found and not listed: a new one is checked from its first day. */
export function publicPackages(): readonly PublicPackage[] {
  return globSync("packages/*/package.json", { cwd: root })
    .toSorted()
    .map((file) => ({ folder: dirname(file), manifest: JSON.parse(read(file)) as Manifest }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest }) => ({
      name: manifest.name,
      folder,
      description: manifest.description ?? "",
      entries: Object.keys(manifest.exports ?? {}).filter((entry) => entry !== "./package.json"),
    }));
}

/** The packages that talk to a vendor: those that export contracts. */
export function vendorPackages(): readonly PublicPackage[] {
  return publicPackages().filter(({ entries }) => entries.includes("./endpoints"));
}

/** What a user writes to import an entry. */
export function specifierOf(one: PublicPackage, entry: string): string {
  return one.name + entry.slice(1);
}

/** The text of a file of the workspace. */
export function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** A path from the root, for messages. */
export function fromRoot(path: string): string {
  return relative(root, path);
}
