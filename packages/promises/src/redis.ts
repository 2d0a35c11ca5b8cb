import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A Redis of its own, which keeps nothing. */
export interface RunningRedis {
  readonly port: number;
  stop(): void;
}

/** Starts Debian's redis-server on a free port; without one it says so and ends the process. */
export async function startRedis(): Promise<RunningRedis> {
  const version = spawnSync("redis-server", ["--version"], { encoding: "utf8" });
  if (version.error !== undefined || version.status !== 0) {
    console.error("redis-server is not installed, so nothing was tried. Debian: apt-get install redis-server");
    process.exit(1);
  }
  const folder = mkdtempSync(join(tmpdir(), "redis-"));
  const port = await freePort();
  const args = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--dir", folder];
  const server: ChildProcess = spawn("redis-server", args, { stdio: "ignore" });
  return {
    port,
    stop() {
      server.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
