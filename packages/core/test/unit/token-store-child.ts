import * as z from "zod/mini";
import { defineEndpoint, type Store, TokenStore, tokenTransport } from "../../dist/index.js";
import { schemaFor } from "../../dist/schema.js";

/** A process that makes calls at once with a token from a store that another process holds. */
const [storeUrl = "", baseUrl = "", calls = ""] = process.argv.slice(2);

async function ask(...question: readonly unknown[]): Promise<unknown> {
  const response = await fetch(storeUrl, { method: "POST", body: JSON.stringify(question) });
  return ((await response.json()) as { value?: unknown }).value;
}

const store: Store = {
  get: async (key) => (await ask("get", key)) as string | undefined,
  putIfAbsent: async (key, value, ttlMs) => (await ask("putIfAbsent", key, value, ttlMs)) === true,
  compareAndSet: async (key, expected, value, ttlMs) =>
    (await ask("compareAndSet", key, expected, value, ttlMs)) === true,
  delete: async (key, ...expected) => (await ask("delete", key, ...expected)) === true,
};
const anything = schemaFor<unknown>()(() => z.unknown());
const read = defineEndpoint({
  name: "readThing",
  method: "GET",
  path: "/things",
  input: anything,
  output: anything,
  errors: {},
  effect: "read",
  cost: "free",
});
const transport = tokenTransport(
  { vendor: "vendor", environments: {}, tokenPath: "/connect/token", tokenSeconds: 600, readRefusal: () => ({}) },
  { baseUrl, clientId: "client-1", clientSecret: "secret-of-all-processes", tokenStore: new TokenStore(store) },
);
await Promise.all(Array.from({ length: Number(calls) }, async () => await transport.request(read, {})));
process.exit(0);
