import { createServer, type ServerOptions } from "node:https";
import { createServer as createTcpServer } from "node:net";
import type { AddressInfo, Server } from "node:net";

/** A server that counts. */
export interface CountingServer {
  readonly port: number;
  readonly counts: { connections: number; requests: number };
  readonly close: () => void;
}

/** A TLS server on this machine that counts connections and requests. */
export async function tlsServer(options: ServerOptions): Promise<CountingServer> {
  const counts = { connections: 0, requests: 0 };
  const server = createServer(options, (request, response) => {
    counts.requests++;
    request.resume().on("end", () => response.end('{"id":1}'));
  });
  server.on("connection", () => counts.connections++);
  // A client that hangs up during the handshake is what is wanted here.
  server.on("tlsClientError", () => undefined);
  return await listening(server, counts);
}

/** A server that speaks plain text where TLS is expected. */
export async function plainServer(): Promise<CountingServer> {
  const counts = { connections: 0, requests: 0 };
  const server = createTcpServer((socket) => {
    counts.connections++;
    socket.on("error", () => undefined);
    socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n"));
  });
  return await listening(server, counts);
}

async function listening(server: Server, counts: CountingServer["counts"]): Promise<CountingServer> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, counts, close: () => void server.close() };
}
