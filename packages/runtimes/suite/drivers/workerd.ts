import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { workerdDate } from "../versions.ts";
import { bundleProbe } from "./bundle.ts";
import type { Probing, ProbeResults } from "./types.ts";

/** Runs the probe in a worker that is asked over HTTP, as Workers are. */
export async function inWorkerd({ runtime, project, lab, cells }: Probing): Promise<ProbeResults> {
  const folder = join(project, "workerd");
  mkdirSync(folder, { recursive: true });
  const conditions = ["workerd", "worker", "browser"];
  await bundleProbe({
    entry: "worker.js",
    project,
    outfile: join(folder, "worker.js"),
    format: "esm",
    external: false,
    conditions,
  });
  writeFileSync(join(folder, "config.capnp"), config);
  const child = spawn(runtime.file, ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout?.on("data", (bytes: Buffer) => void (printed += bytes));
  child.stderr?.on("data", (bytes: Buffer) => void (printed += bytes));
  try {
    const port = await listening(child.stdio[3] as Readable, child);
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      body: JSON.stringify({ lab, names: cells }),
      signal: AbortSignal.timeout(240_000),
    });
    return (await response.json()) as ProbeResults;
  } catch (error) {
    throw new Error(`workerd: ${(error as Error).message}\n${printed.slice(-3000)}`, { cause: error });
  } finally {
    child.kill("SIGKILL");
  }
}

async function listening(control: Readable, child: import("node:child_process").ChildProcess): Promise<number> {
  return await new Promise<number>((resolve, reject) => {
    let told = "";
    control.on("data", (bytes: Buffer) => {
      told += bytes;
      const port = /"port":(\d+)/.exec(told)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it listened`)));
  });
}

const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [(name = "worker", esModule = embed "worker.js")], compatibilityDate = "${workerdDate}")),
    (name = "internet", network = (allow = ["public", "private"]))
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
`;
