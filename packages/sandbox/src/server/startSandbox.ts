import type { Server } from "node:http";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { Stage, type StageOptions } from "../stage/stage.js";
import { controls } from "./controls.js";
import { isLoopback, onlyThisMachine } from "./guard.js";
import { mounts } from "./mounts.js";
import { page } from "./page.js";
import { type Place, placesAt } from "./places.js";
import { openStateFile } from "./stateFile.js";

/** How a sandbox is started. */
export interface SandboxOptions extends StageOptions {
  /** Port. Default 0: a free one. */
  readonly port?: number | undefined;
  /** Address to listen at. Default 127.0.0.1; another one also lets in other names of this machine. */
  readonly host?: string | undefined;
  /** Begins with made-up tasks, cases and submissions; the same number makes the same ones. Default none. */
  readonly seed?: number | undefined;
  /** File that keeps what happens, and that the next sandbox goes on from. It holds requests whole. Default none. */
  readonly state?: string | undefined;
}

/** A running sandbox. */
export interface Sandbox {
  /** Its URL, without a slash at the end: the page is there. */
  readonly url: string;
  readonly port: number;
  /** Base URL and credential of each vendor. */
  readonly places: readonly Place[];
  /** The vendors themselves: move a case on, plan a fault, set the clock, read calls and bill. */
  readonly stage: Stage;
  /** Ends it, with every connection. */
  close(): Promise<void>;
}

/**
 * Starts the four vendors on this machine.
 *
 * @param options - Port, address, and how the vendors behave.
 * @returns The running sandbox.
 * @throws The system's error, with `code` EADDRINUSE when the port is taken.
 *
 * @example
 * import { KryptogoClient } from "@x/kryptogo";
 *
 * const sandbox = await startSandbox();
 * const kryptogo = new KryptogoClient({ baseUrl: `${sandbox.url}/kryptogo`, apiKey: "sandbox-kryptogo-key" });
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { stage, end } = await setStage(options);
  const host = options.host ?? "127.0.0.1";
  let url = "";
  const app = new Hono<{ Bindings: HttpBindings }>();
  if (isLoopback(host)) app.use(onlyThisMachine);
  app.route(
    "/api",
    controls(stage, () => placesAt(url)),
  );
  app.route("/", mounts(stage));
  app.route("/", page());
  app.notFound((context) => context.json({ error: "Nothing is here; the page at / says what is where." }, 404));
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  url = `http://${urlHost(host)}:${port}`;
  return {
    url,
    port,
    places: placesAt(url),
    stage,
    async close() {
      end();
      stage.clock.clear();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A stage as it shall begin, and what notes its end. */
async function setStage(options: SandboxOptions): Promise<{ stage: Stage; end: () => void }> {
  const { seed, state } = options;
  // What is made up happened during the last day.
  const startAt = options.startAt ?? (seed === undefined ? Date.now() : Date.now() - 86_400_000);
  if (state === undefined) {
    const stage = new Stage({ ...options, startAt });
    if (seed !== undefined) await stage.populate(seed);
    return { stage, end: () => undefined };
  }
  const file = openStateFile(state, startAt);
  const stage = new Stage({ ...options, startAt: file.startAt, salt: file.salt, onDeed: (deed) => file.note(deed) });
  if (file.deeds.length > 0) await stage.replay(file.deeds);
  else if (seed !== undefined) await stage.populate(seed);
  return { stage, end: () => file.note({ at: stage.clock.now(), deed: "time" }) };
}

/** How an address is written in a URL; "every address" is reached by this machine's own. */
function urlHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}
