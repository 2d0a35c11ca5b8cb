import { createServer, type Socket } from "node:net";
import { type FaultPlan, strikerOf } from "./fault-script.js";
import type { ConnectionFaultName, Fault, RequestFaultName } from "./faults.js";
import { HttpRequestReader, type WireRequest } from "./http-request-reader.js";
import { playFault } from "./play-fault.js";

/** A request that was read to its last byte, whatever was answered. */
export interface LedgerEntry extends WireRequest {
  /** When it was read, as of `performance.now()`. */
  readonly at: number;
  /** Number of its connection, from 1. */
  readonly connection: number;
  readonly fault: RequestFaultName;
  /** When a vendor would have done the work; absent until then, and where it refuses before (429, 408, redirects). */
  committedAt?: number;
}

/** Choices for a fault server. */
export interface FaultServerOptions {
  /** JSON to answer, or a function that makes it from the request. Default `{}`. */
  readonly answer?: unknown;
  /** Which fault strikes when. Default `ok`. */
  readonly script?: FaultPlan;
  /** Where redirects point. Default `/elsewhere` here. */
  readonly location?: string;
  /** Port. 0, the default, takes a free one. */
  readonly port?: number;
}

/** A running fault server. */
export interface FaultServer {
  /** Base URL, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Every request that was fully read, in order. */
  readonly ledger: readonly LedgerEntry[];
  /** How many connections were opened so far, and how many are open now. */
  readonly connections: { readonly opened: number; readonly open: number };
  /** Ends the server, its connections and its timers. */
  close(): Promise<void>;
}

/**
 * Starts a vendor that breaks on purpose, on raw sockets of this machine.
 *
 * @param options - What to answer, and which fault strikes when.
 */
export async function startFaultServer(options: FaultServerOptions = {}): Promise<FaultServer> {
  const striker = strikerOf(options.script ?? "ok");
  const ledger: LedgerEntry[] = [];
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  let opened = 0;

  const server = createServer({ noDelay: true }, (socket) => {
    const connection = ++opened;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    // Clients break connections too; that is their right.
    socket.on("error", () => undefined);
    if (strike(striker.beforeRequest(), socket)) return;
    const reader = new HttpRequestReader();
    let served = 0;
    let playing = Promise.resolve();
    socket.on("data", (bytes) => {
      if (served > 0 && reader.idle && strike(striker.beforeRequest(), socket)) return;
      reader.push(bytes);
      try {
        for (let request = reader.next(); request !== undefined; request = reader.next()) {
          served++;
          const scene = { ...note(request, connection), socket };
          playing = playing.then(async () => await playFault(scene)).catch(() => void socket.destroy());
        }
      } catch {
        socket.destroy();
      }
    });
  });

  function note(request: WireRequest, connection: number): Fault<RequestFaultName> & { readonly location: string } {
    const fault = striker.forRequest(request, ledger.length + 1);
    const entry: LedgerEntry = { at: performance.now(), connection, ...request, fault: fault.name };
    ledger.push(entry);
    if (fault.name === "late-commit") commitLater(entry, fault.afterMs ?? 200);
    else if (!/^(?:3\d\d|429|408)/.test(fault.name)) entry.committedAt = entry.at;
    const given = "answer" in fault ? fault.answer : (options.answer ?? {});
    const answer: unknown = typeof given === "function" ? (given as (of: WireRequest) => unknown)(request) : given;
    return { ...fault, answer, location: fault.location ?? options.location ?? "/elsewhere" };
  }

  function commitLater(entry: LedgerEntry, ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      entry.committedAt = performance.now();
    }, ms);
    timers.add(timer);
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    ledger,
    get connections() {
      return { opened, open: sockets.size };
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Ends a connection before its request is read; whether there was a fault to do so. */
function strike(fault: ConnectionFaultName | undefined, socket: Socket): boolean {
  if (fault === undefined) return false;
  if (fault === "rst-on-accept") socket.resetAndDestroy();
  // What still comes is thrown away, or the close would turn into a reset.
  else socket.removeAllListeners("data").resume().end();
  return true;
}
