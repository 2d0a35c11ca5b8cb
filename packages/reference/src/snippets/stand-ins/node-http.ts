import { createServer as realCreateServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";

const realFetch = globalThis.fetch;
let open: Server[] = [];

/** A server as the snippet makes it, on a port that the system gives, whatever port the snippet names. */
export function createServer(listener: RequestListener): Pick<Server, "close"> & { listen: (port: number) => Server } {
  const server = realCreateServer(listener);
  return {
    listen: () => {
      open.push(server);
      return server.listen(0, "127.0.0.1").unref();
    },
    close: (done) => server.close(done),
  };
}

/** Delivers a callback to the server that the snippet opened last; `undefined` when it opened none. */
export async function deliverToServer(init: RequestInit): Promise<number | undefined> {
  const server = open.at(-1);
  if (server === undefined) return undefined;
  if (!server.listening) await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const headers = { "content-type": "application/json", ...(init.headers as Record<string, string> | undefined) };
  return (await realFetch(`http://127.0.0.1:${port}/`, { ...init, method: "POST", headers })).status;
}

/** Closes what the snippet left open. */
export function closeServers(): void {
  for (const server of open) {
    server.closeAllConnections();
    server.close();
  }
  open = [];
}
