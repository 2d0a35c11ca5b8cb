import { type ChildProcess, fork } from "node:child_process";
import { connect, type Socket } from "node:net";
import { fileURLToPath } from "node:url";

/** What a sender saw. */
export interface Seen {
  readonly answers: number;
  readonly wrong: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** What the server says of itself. */
export interface ServerReport {
  readonly handled: number;
  readonly twice: number;
  readonly rss: number;
  /** Processor time since it started. */
  readonly cpuMs: number;
}

/** A server of `callbacks-server.ts` in a process of its own. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly port: number;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(vendor: string, workMs: number = 0, flags: readonly string[] = []): Promise<ServerProcess> {
    const file = fileURLToPath(new URL("./callbacks-server.ts", import.meta.url));
    const child = fork(file, [vendor, String(workMs)], { execArgv: [...flags] });
    const { port } = (await answerOf(child)) as { port: number };
    return new ServerProcess(child, port);
  }

  async ask(what: "report" | "idle"): Promise<ServerReport> {
    const answer = answerOf(this.#child);
    this.#child.send(what);
    return (await answer) as ServerReport;
  }

  stop(): void {
    this.#child.disconnect();
  }
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`The server ended with ${code}.`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message);
    });
  });
}

/** The whole text of one request. */
export function requestText(path: string, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const all = { host: "127.0.0.1", "content-type": "application/json", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const length = Buffer.byteLength(body);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\ncontent-length: ${length}\r\n\r\n${body}`);
}

/**
 * Sends over so many open connections, each its next request when the last was answered, until the time is over.
 *
 * @param next - Makes the next request; `undefined` ends the run.
 */
export async function closedLoop(
  port: number,
  connections: number,
  seconds: number,
  next: () => Buffer | undefined,
): Promise<Seen> {
  const took: number[] = [];
  let wrong = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  const lane = async (): Promise<void> => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    try {
      for (let request = next(); request !== undefined && performance.now() < end; request = next()) {
        const sent = performance.now();
        const status = await exchange(socket, request);
        took.push(performance.now() - sent);
        if (status !== "200") wrong++;
      }
    } finally {
      socket.destroy();
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  const elapsed = (performance.now() - began) / 1000;
  const sorted = Float64Array.from(took).sort();
  const at = (share: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN) * 10) / 10;
  const perSecond = Math.round(took.length / elapsed);
  return { answers: took.length, wrong, perSecond, p50: at(0.5), p99: at(0.99), max: at(1) };
}

async function exchange(socket: Socket, request: Buffer): Promise<string> {
  return await new Promise((resolve, reject) => {
    let text = "";
    const settle = (run: () => void): void => {
      socket.removeAllListeners();
      run();
    };
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      const head = text.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      if (text.length >= head + 4 + length) settle(() => resolve(text.slice(9, 12)));
    });
    socket.on("error", (error) => settle(() => reject(error)));
    socket.on("close", () => settle(() => reject(new Error("The connection was closed."))));
    socket.write(request);
  });
}
