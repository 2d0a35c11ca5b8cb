import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { root } from "../run.ts";

/** Exact versions, with the packages that hold the binary for this kind of machine. */
const binaries = {
  Bun: { version: "1.4.5", packages: ["@oven/bun-linux-x64", "@oven/bun-linux-aarch64"], path: "bin/bun" },
  Deno: { version: "2.9.6", packages: ["@deno/linux-x64-glibc", "@deno/linux-arm64-glibc"], path: "deno" },
  workerd: {
    version: "1.20261117.1",
    packages: ["@cloudflare/workerd-linux-64", "@cloudflare/workerd-linux-arm64"],
    path: "bin/workerd",
  },
} as const;

/** Runs a bundled script and reads what it prints; a worker is asked over HTTP. */
export const runtimes: Readonly<Record<string, (bundle: Bundle) => Promise<string>>> = {
  [`Node ${process.versions.node}`]: async ({ script }) =>
    execFileSync(process.execPath, [script], { encoding: "utf8" }),
  [`Bun ${binaries.Bun.version}`]: async ({ script }) => execFileSync(binary("Bun"), [script], { encoding: "utf8" }),
  [`Deno ${binaries.Deno.version}`]: async ({ script }) =>
    execFileSync(binary("Deno"), ["run", "--no-config", script], { encoding: "utf8" }),
  [`workerd ${binaries.workerd.version}`]: inWorkerd,
};

/** The same code for a process and for a worker. */
export interface Bundle {
  readonly folder: string;
  /** Prints its result. */
  readonly script: string;
  /** Answers any request with it; a file name inside the folder. */
  readonly worker: string;
}

/** Installs a binary into the cache, once. The workspace's lockfile knows nothing of it, and nothing of it runs at install. */
function binary(name: keyof typeof binaries): string {
  const { version, packages, path } = binaries[name];
  const [x64, arm64] = packages;
  if (process.platform !== "linux") throw new Error(`${name} is only fetched for Linux here.`);
  const wanted = process.arch === "arm64" ? arm64 : x64;
  const folder = join(root, "node_modules/.cache/runtimes", `${wanted.replace(/\W+/g, "-")}-${version}`);
  const file = join(folder, "node_modules", wanted, path);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { [wanted]: version } }));
  const flags = ["install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", flags, { cwd: folder, stdio: "inherit" });
  if (status !== 0 || !existsSync(file)) throw new Error(`${name} ${version} could not be installed from npm.`);
  return file;
}

async function inWorkerd({ folder, worker }: Bundle): Promise<string> {
  const modules = `[(name = "worker", esModule = embed "${worker}")]`;
  writeFileSync(
    join(folder, "config.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = ${modules}, compatibilityDate = "2026-11-17"))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
`,
  );
  const child = spawn(binary("workerd"), ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  try {
    const [told] = (await Promise.race([
      once(child.stdio[3] as Readable, "data"),
      once(child, "exit").then(() => [""]),
    ])) as [Buffer | string];
    const port = /"port":(\d+)/.exec(String(told))?.[1];
    if (port === undefined) throw new Error("workerd ended before it listened.");
    const response = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(60_000) });
    return await response.text();
  } finally {
    child.kill("SIGKILL");
  }
}
