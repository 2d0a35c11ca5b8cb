import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a scene came to. */
export interface Scene {
  readonly name: string;
  /** Callbacks that the vendor sent, and those that were not answered with 200. */
  readonly sent: number;
  readonly refused: number;
  /** What reached `onEvent`, in order. */
  readonly told: readonly string[];
}

/** Listens on a free port of this machine. */
export async function listen(server: Server): Promise<{ url: string; close: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Waits for what needs time at the vendor. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 25));
}
