/** The server of the callback measurements, in a process of its own: `node callbacks-server.ts VENDOR WORK_MS`. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getIdvTaskFixture } from "./callbacks-records.ts";
import { createKryptogoReceiver, secretPathProof } from "@x/kryptogo/callbacks";
import { bearerProof, createVerifyVaspReceiver, MemoryStore, nodeHandler } from "@x/verifyvasp-kyt/callbacks";

const [vendor = "verifyvasp", workMs = "0"] = process.argv.slice(2);
/** Bounded as in production, but large enough for what one minute brings. */
const store = new MemoryStore({ maxKeys: 4_000_000 });
let handled = 0;
const seen = new Set<string>();
let twice = 0;

async function work(name: string): Promise<void> {
  handled++;
  if (seen.has(name)) twice++;
  seen.add(name);
  if (Number(workMs) > 0) await new Promise((resolve) => setTimeout(resolve, Number(workMs)));
}

const bare = (_: unknown, outgoing: { end(text: string): void }): void => outgoing.end('{"result":true}');
const receive =
  vendor === "kryptogo"
    ? createKryptogoReceiver({
        proofs: [secretPathProof("s".repeat(43))],
        store,
        client: getIdvTaskFixture,
        onEvent: async (event) => await work(event.subject ?? ""),
      })
    : createVerifyVaspReceiver({
        proofs: [bearerProof("token-of-nobody-0001")],
        store,
        onEvent: async (event) => await work(event.subject ?? ""),
      });
const handle = nodeHandler(receive);
const server: Server =
  vendor === "bare"
    ? createServer((incoming, outgoing) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => void chunks.push(chunk));
        incoming.on("end", () => bare(Buffer.concat(chunks).toString().length, outgoing));
      })
    : createServer((incoming, outgoing) => void handle(incoming, outgoing));

server.listen({ port: 0, host: "127.0.0.1", backlog: 1024 }, () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on("message", (message) => {
  const tell = (): void => {
    (globalThis as { gc?: () => void }).gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.({
      handled,
      twice,
      rss: process.memoryUsage().rss,
      cpuMs: (user + system) / 1000,
      user: user / 1000,
      sys: system / 1000,
    });
  };
  if (message === "report") tell();
  if (message === "idle") void receive.idle().then(tell);
});
process.on("disconnect", () => process.exit(0));
