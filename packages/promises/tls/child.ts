import { isSdkError, keyTransport } from "@x/core";
import { operation } from "../hostile/client.ts";

// Runs on any runtime: makes one read and one billed create to each port, and says how each ended.
const endpoints = [
  operation({ path: "/things" }),
  operation({ name: "orderThing", method: "POST", path: "/things", effect: "create", cost: "billed" }),
];
for (const [name, port] of Object.entries(JSON.parse(process.argv[2] ?? "{}") as Record<string, number>)) {
  const client = keyTransport(
    { vendor: "vendor", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) },
    { baseUrl: `https://localhost:${port}`, apiKey: "key-of-nobody" },
  );
  for (const endpoint of endpoints) {
    const ended: unknown = await client.request(endpoint, { name: "somebody" }, { timeout: 10_000 }).then(
      () => ({ code: "accepted" }),
      (error: unknown) =>
        isSdkError(error)
          ? { code: error.code, outcome: error.outcome, attempts: error.attempts, systemCode: Object(error).systemCode }
          : { code: `foreign ${String(error)}` },
    );
    console.log(JSON.stringify({ server: name, operation: endpoint.name, ...(ended as object) }));
  }
}
