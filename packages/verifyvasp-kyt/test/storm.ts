import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import { nodeHandler, type Receiver } from "@x/core/callbacks";
import type { StormReport } from "./sender.ts";

/** Sends bodies over HTTP on this machine, so many at a time. */
export async function storm(
  receive: Pick<Receiver, "handle">,
  headers: Readonly<Record<string, string>>,
  bodies: readonly string[],
  atATime: number,
  before: readonly string[] = [],
): Promise<StormReport> {
  const handle = nodeHandler(receive);
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen({ port: 0, host: "127.0.0.1", backlog: 1024 }, resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const worker = new Worker(new URL("./sender.ts", import.meta.url), {
      workerData: { port, headers, bodies, before, atATime },
    });
    return await new Promise<StormReport>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
    });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** So many callbacks of which some are copies of others, shuffled the same way each time. */
export function bodiesWithCopies(bodyOf: (n: number) => string, total: number, copies: number): string[] {
  const distinct = Array.from({ length: total - copies }, (_, n) => bodyOf(n));
  let seed = 42;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % below;
  };
  const all = [...distinct, ...Array.from({ length: copies }, () => distinct[random(distinct.length)] ?? "")];
  for (let at = all.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [all[at], all[other]] = [all[other] ?? "", all[at] ?? ""];
  }
  return all;
}
