import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Endpoint, keyTransport, sendWithFetch, sendWithKy } from "@x/core";
import { type Finding, operation } from "./client.ts";
import { failureOf } from "./ids.ts";

const calls: readonly Endpoint<unknown, unknown>[] = [
  operation(),
  operation({ name: "orderThing", method: "POST", path: "/things", effect: "create", cost: "billed" }),
  operation({ name: "replaceThing", method: "PUT", path: "/things/{id}", effect: "replace" }),
];

/** Every redirect to another origin, for every kind of call and sender: nothing arrives there, and none is followed here. */
export async function redirects(): Promise<Finding> {
  const wrong: string[] = [];
  let bytes = 0;
  let cases = 0;
  const other = await listening(createServer((_, response) => response.end("{}")).on("connection", () => bytes++));
  const elsewhere = `http://localhost:${portOf(other)}/stolen`;
  for (const status of [301, 302, 303, 307, 308])
    for (const [sender, send] of Object.entries({ sendWithKy, sendWithFetch }))
      for (const endpoint of calls) {
        let asked = 0;
        const server = await listening(
          createServer((request, response) => {
            asked++;
            request.resume().on("end", () => response.writeHead(status, { location: elsewhere }).end());
          }),
        );
        const client = keyTransport(
          { vendor: "vendor", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) },
          { baseUrl: `http://127.0.0.1:${portOf(server)}`, apiKey: "key-of-nobody", send },
        );
        const code = await failureOf(async () => await client.request(endpoint, { id: "1", name: "somebody" }));
        cases++;
        const what = `${status} for ${endpoint.name} by ${sender}`;
        if (code !== "redirect" && code !== "outcome_unknown") wrong.push(`${what} ended as ${code}`);
        if (asked !== 1) wrong.push(`${what}: ${asked} requests`);
        await closed(server);
      }
  if (bytes > 0) wrong.push(`${bytes} connections to the other origin`);
  await closed(other);
  return { seen: `${cases} redirects, ${bytes} connections to the other origin`, wrong };
}

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
