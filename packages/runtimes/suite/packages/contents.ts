import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A file of a tarball. */
export interface Entry {
  /** Path inside the package. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** Reads a `.tgz`: plain files, as `npm pack` writes them. */
export function contentsOf(file: string): Entry[] {
  const tar = gunzipSync(readFileSync(file));
  const entries: Entry[] = [];
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(text(tar, at + 124, 12), 8);
    const prefix = text(tar, at + 345, 155);
    const path = (prefix === "" ? "" : `${prefix}/`) + text(tar, at, 100);
    const start = at + 512;
    if (tar[at + 156] !== 53)
      entries.push({ path: path.replace(/^package\//, ""), bytes: tar.subarray(start, start + size) });
    at = start + Math.ceil(size / 512) * 512;
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function text(tar: Buffer, from: number, length: number): string {
  return tar
    .toString("utf8", from, from + length)
    .replace(/\0.*$/s, "")
    .trim();
}

/** One hash over names and bytes of all files; when they were packed does not matter. */
export function hashOf(entries: readonly Entry[]): string {
  const hash = createHash("sha256");
  for (const { path, bytes } of entries) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}

/** Names of the files; a bundler's chunks are named by their content, so of those only the kind. */
export function manifestOf(entries: readonly Entry[]): string {
  const names = entries.map(({ path }) => path.replace(/-[\w-]{8}(?=\.(?:d\.)?c?[jt]s$)/, "-*"));
  return `${[...new Set(names)].sort().join("\n")}\n`;
}
