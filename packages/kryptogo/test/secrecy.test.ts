import { sendWithFetch } from "@x/core";
import { secrecyCases } from "@x/core/testing/node";
import { describe, test } from "vitest";
import { KryptogoClient } from "../src/client.js";
import { fixtures } from "../src/testing/fixtures/index.js";

const canaries = {
  apiKey: "canary-KEY-7f3a9b2c",
  name: "金絲雀小姐",
  id: "A298765431",
  birthday: "1971-02-13",
  image: "canary-image-bytes-55aa",
  reference: "canary-reference-0001",
};
const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = new Uint8Array([...head, ...new TextEncoder().encode(canaries.image)]);

function withPerson(field: string, value: unknown): unknown {
  if (value instanceof Uint8Array || value instanceof Blob || field.endsWith("image")) return png;
  if (typeof value !== "string") return undefined;
  if (/name$|comment|value/.test(field)) return canaries.name;
  if (/id_number|address/.test(field)) return canaries.id;
  if (/birthday/.test(field)) return canaries.birthday;
  return field === "customer_reference" ? canaries.reference : undefined;
}

describe("secrecy", () => {
  const cases = secrecyCases({
    connect: ({ fetch, hooks, timeout, sender }) =>
      new KryptogoClient({
        baseUrl: "https://kryptogo.test",
        apiKey: canaries.apiKey,
        timeout,
        fetch,
        hooks,
        ...(sender === "fetch" ? { send: sendWithFetch } : {}),
      }),
    senders: ["ky", "fetch"],
    fixtures,
    canaries,
    planted: { key: "apiKey", name: "name", id: "id" },
    withPerson,
    resource: (client) => client.searchTasks,
  });
  for (const { name, run } of cases) test(name, run);
});
