import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { peersFolder } from "./peers.ts";

/** What one call of each peer puts into a page, in KB gzip. */
const peers: Readonly<Record<string, string>> = {
  fetch: `export const run = async (u) => (await fetch(u)).json();`,
  ky: `import ky from "ky"; export const run = (u) => ky(u).json();`,
  ofetch: `import { ofetch } from "ofetch"; export const run = (u) => ofetch(u);`,
  "openapi-fetch": `import createClient from "openapi-fetch"; export const run = (baseUrl) => createClient({ baseUrl }).GET("/a");`,
  "hey-api": `import { createClient } from "@hey-api/client-fetch"; export const run = (baseUrl) => createClient({ baseUrl }).get({ url: "/a" });`,
  "hey-api + zod": `import { createClient } from "@hey-api/client-fetch"; import * as z from "zod"; const s = z.object({ a: z.string() });
    export const run = (baseUrl) => createClient({ baseUrl }).get({ url: "/a", responseValidator: (d) => s.parseAsync(d) });`,
  "ky + zod/mini": `import ky from "ky"; import * as z from "zod/mini"; const s = z.object({ a: z.string() }); export const run = async (u) => s.parse(await ky(u).json());`,
  axios: `import axios from "axios"; export const run = (u) => axios.get(u);`,
  stripe: `import Stripe from "stripe"; export const run = (k) => new Stripe(k).balance.retrieve();`,
  openai: `import OpenAI from "openai"; export const run = (apiKey) => new OpenAI({ apiKey }).models.list();`,
  plaid: `import { PlaidApi, Configuration } from "plaid"; export const run = () => new PlaidApi(new Configuration()).institutionsGet({});`,
};

export async function peerSizes(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, contents] of Object.entries(peers)) {
    const options = { bundle: true, minify: true, write: false, format: "esm", target: "es2022" } as const;
    const stdin = { contents, resolveDir: peersFolder };
    const { outputFiles } = await build({ ...options, stdin, platform: "browser", logLevel: "silent" }).catch(() => ({
      outputFiles: [],
    }));
    const [file] = outputFiles;
    // Some do not bundle for browsers at all.
    if (file !== undefined) found[name] = gzipSync(file.contents, { level: 9 }).length / 1024;
  }
  return found;
}

/** Milliseconds of processor time and megabytes that an import adds to a bare process, the least of several. */
export function importCost(specifier: string, cwd: string): { ms: number; MB: number } {
  const folder = mkdtempSync(join(cwd, ".size-"));
  try {
    const tell = `import { resourceUsage } from "node:process"; console.log(JSON.stringify(resourceUsage()));`;
    const [bare, loaded] = [join(folder, "bare.mjs"), join(folder, "loaded.mjs")];
    writeFileSync(bare, tell);
    writeFileSync(loaded, `import ${JSON.stringify(specifier)}; ${tell}`);
    const least = (file: string): { ms: number; MB: number } => {
      const runs = Array.from({ length: 11 }, () => {
        const { stdout } = spawnSync(process.execPath, [file], { encoding: "utf8" });
        const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(stdout) as NodeJS.ResourceUsage;
        return { ms: (userCPUTime + systemCPUTime) / 1000, MB: maxRSS / 1024 };
      });
      return { ms: Math.min(...runs.map(({ ms }) => ms)), MB: Math.min(...runs.map(({ MB }) => MB)) };
    };
    const [without, withIt] = [least(bare), least(loaded)];
    return { ms: Math.max(0, withIt.ms - without.ms), MB: Math.max(0, withIt.MB - without.MB) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
