/**
 * Counts the POSTs that a server sees when a kept connection breaks under one, 100 times.
 *
 * The server reads the whole request and closes. Runtimes that send it again by themselves show here as more than 100.
 */
import { KryptogoClient } from "@x/kryptogo";
import { startFaultServer } from "@x/core/testing/node";
import { report } from "../src/measure.ts";

const tries = 100;
const server = await startFaultServer({
  answer: { risk_score: 1 },
  script: (request) => (request.method === "POST" ? "fin-after-request" : "ok"),
});
const client = new KryptogoClient({ baseUrl: server.url, apiKey: "a-key" });
let onKept = 0;
for (let at = 0; at < tries; at++) {
  await client.searchTasks.getSummary({ task_id: 1 }, { responseValidation: "off" });
  const kept = server.ledger.at(-1)?.connection;
  // The runtime takes a connection back a moment after the answer.
  await new Promise((resolve) => setTimeout(resolve, 5));
  await client.kya.create({ address: "1BoatSLRHtKNngkdXEeobR76b53LETtpyT" }).catch(() => undefined);
  if (server.ledger.some(({ method, connection }) => method === "POST" && connection === kept)) onKept++;
}
const posts = server.ledger.filter(({ method }) => method === "POST").length;
await server.close();
report({
  id: "one-post",
  promise: "A POST on a kept connection that breaks after the server read it reaches the server once",
  wanted: `${tries} POSTs of ${tries} tries`,
  seen: `${posts} POSTs, ${onKept} of them on a kept connection`,
  kept: posts === tries && onKept === tries,
});
