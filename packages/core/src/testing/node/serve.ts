import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";

/** A running server. */
export interface Served {
  /** Base URL, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Stops it and ends every connection. */
  close(): Promise<void>;
}

/**
 * Serves a `(Request) => Promise<Response>` over HTTP on this machine.
 *
 * `Response.error()` resets the connection, as a vendor that dies after its work does.
 *
 * @param answer - What answers.
 * @param options - `port`: 0, the default, takes a free one. `idleMs`: milliseconds after which an idle connection is closed.
 */
export async function serve(
  answer: (request: Request) => Promise<Response>,
  options: { readonly port?: number; readonly idleMs?: number } = {},
): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    void handle(answer, incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  if (options.idleMs !== undefined) server.keepAliveTimeout = options.idleMs;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function handle(
  answer: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const response = await answer(await requestOf(incoming));
  if (response.type === "error") {
    incoming.socket.resetAndDestroy();
    return;
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  if (response.body === null) outgoing.end();
  else
    Readable.fromWeb(response.body as NodeReadableStream)
      .on("error", () => outgoing.destroy())
      .pipe(outgoing);
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2)
    headers.append(incoming.rawHeaders[at] ?? "", incoming.rawHeaders[at + 1] ?? "");
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const method = incoming.method ?? "GET";
  const url = `http://${incoming.headers.host ?? "127.0.0.1"}${incoming.url ?? "/"}`;
  const body = method === "GET" || method === "HEAD" || chunks.length === 0 ? null : Buffer.concat(chunks);
  return new Request(url, { method, headers, body });
}
