import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";

/** A Redis of this machine, for one measurement. */
export interface OwnRedis {
  readonly port: number;
  /** Holds it still: it takes connections, and says nothing. */
  freeze(): void;
  /** Lets it go on. */
  thaw(): void;
  /** Ends it at once, with all that it held. */
  kill(): Promise<void>;
  /** Starts an empty one where the last one was. */
  begin(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an empty Redis; ends the process with a plain sentence where none is installed. */
export async function startRedis(): Promise<OwnRedis> {
  if (spawnSync("redis-server", ["--version"]).status !== 0) {
    console.error("redis-server is not installed, so nothing was measured. Debian: apt-get install redis-server");
    process.exit(1);
  }
  const folder = mkdtempSync(join(tmpdir(), "promises-redis-"));
  const port = await freePort();
  const options = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--dir", folder];
  let server: ChildProcess;
  const begin = async (): Promise<void> => {
    server = spawn("redis-server", options, { stdio: "ignore" });
    const probe = connectRedis(port);
    while ((await probe.ping().catch(() => "")) !== "PONG") await sleep(20);
    probe.disconnect();
  };
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, "exit");
    server.kill("SIGKILL");
    await gone;
  };
  await begin();
  return {
    port,
    begin,
    kill,
    freeze: () => void server.kill("SIGSTOP"),
    thaw: () => void server.kill("SIGCONT"),
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A client that waits for a Redis that is away. */
export function connectRedis(port: number): Redis {
  const redis = new Redis({ port, host: "127.0.0.1", maxRetriesPerRequest: null, retryStrategy: () => 50 });
  redis.on("error", () => undefined);
  return redis;
}

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
