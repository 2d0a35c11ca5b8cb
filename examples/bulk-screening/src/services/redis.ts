import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { need } from "./command.ts";
import { freePort } from "./free-port.ts";

/** A Redis of this machine that can be taken away and come back. */
export interface OwnRedis {
  readonly port: number;
  /** Kills it without a word, and starts it again on what it had written. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a Redis that loses nothing it has acknowledged: every write is on the disk before it is answered
 * (`appendfsync always`), and nothing is evicted. Both matter: a forgotten intent is a check bought twice.
 */
export async function startRedis(): Promise<OwnRedis> {
  const program = need("redis-server", "redis-server");
  const folder = mkdtempSync(join(tmpdir(), "bulk-redis-"));
  const port = await freePort();
  const settings = {
    port,
    bind: "127.0.0.1",
    dir: folder,
    save: "",
    appendonly: "yes",
    appendfsync: "always",
    "maxmemory-policy": "noeviction",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  let server = await start();

  async function start(): Promise<ChildProcess> {
    const child = spawn(program, options, { stdio: "ignore" });
    const probe = new Redis({ port, host: "127.0.0.1", maxRetriesPerRequest: null, retryStrategy: () => 50 });
    probe.on("error", () => undefined);
    // It answers LOADING while it reads what it had written.
    while ((await probe.ping().catch(() => "")) !== "PONG") await sleep(50);
    probe.disconnect();
    return child;
  }

  async function kill(): Promise<void> {
    const gone = once(server, "exit");
    server.kill("SIGKILL");
    await gone;
  }

  return {
    port,
    async restart() {
      await kill();
      await sleep(1000);
      server = await start();
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
