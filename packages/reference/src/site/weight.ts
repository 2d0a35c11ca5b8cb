import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What a reader's browser has to load, in kilobytes after gzip. */
export function weightOf(site: string): {
  page: number;
  largest: string;
  largestPage: number;
  assets: number;
  search: number;
} {
  const size = (file: string): number => gzipSync(readFileSync(join(site, file))).length / 1024;
  const pages = globSync("**/*.html", { cwd: site })
    .map((file) => ({ file, kb: size(file) }))
    .toSorted((a, b) => a.kb - b.kb);
  const last = pages.at(-1);
  const search = size("assets/search.js");
  const assets = globSync("assets/*", { cwd: site }).reduce((sum, file) => sum + size(file), 0) - search;
  return {
    page: pages[pages.length >> 1]?.kb ?? 0,
    largest: last?.file ?? "",
    largestPage: last?.kb ?? 0,
    assets,
    search,
  };
}
