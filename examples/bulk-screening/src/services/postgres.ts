import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { need } from "./command.ts";
import { freePort } from "./free-port.ts";

/** A PostgreSQL of this machine. */
export interface OwnPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts an empty PostgreSQL in a folder of its own; it refuses to run as root, so root runs it as `postgres`. */
export async function startPostgres(): Promise<OwnPostgres> {
  const [initdb, postgres] = [need("initdb", "postgresql"), need("postgres", "postgresql")];
  const folder = mkdtempSync(join(tmpdir(), "bulk-postgres-"));
  const identity = process.getuid?.() === 0 ? userNamed("postgres") : undefined;
  if (identity !== undefined) chownSync(folder, identity.uid, identity.gid);
  const made = spawnSync(initdb, ["-D", folder, "-U", "bulk", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...identity,
    cwd: folder,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const server = spawn(postgres, ["-D", folder, "-p", `${port}`, "-h", "127.0.0.1", "-k", folder], {
    ...identity,
    cwd: folder,
    stdio: "ignore",
  });
  const url = `postgres://bulk@127.0.0.1:${port}/postgres`;
  await untilReady(url, server);
  return {
    url,
    async stop() {
      const gone = once(server, "exit");
      server.kill("SIGINT");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const client = new Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error("postgres ended before it was ready");
}

function userNamed(name: string): { uid: number; gid: number } {
  const id = (flag: string): number => Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout);
  return { uid: id("-u"), gid: id("-g") };
}
