import { sendWithFetch } from "@x/core";
import { secrecyCases } from "@x/core/testing/node";
import { describe, test } from "vitest";
import { ArgosClient } from "../src/client.js";
import { fixtures } from "../src/testing/fixtures/index.js";

const canaries = {
  apiKey: "canary-KEY-7f3a9b2c-0123456789abcdefghij",
  name: "金絲雀小姐",
  id: "A298765431",
  email: "canary-person@example.com",
  birthday: "1971-02-13",
  image: "canary-image-bytes-55aa",
  reference: "canary-reference-0001",
};
const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = new Uint8Array([...head, ...new TextEncoder().encode(canaries.image)]);

function withPerson(field: string, value: unknown): unknown {
  if (value instanceof Uint8Array || value instanceof Blob || field.endsWith("Image")) return png;
  if (typeof value !== "string") return undefined;
  if (/name$|comment/i.test(field)) return canaries.name;
  if (/^(?:identityNumber|documentNumber|serialNumber)$/.test(field)) return canaries.id;
  if (field === "birthDate") return canaries.birthday;
  if (field === "email" || field === "admin") return canaries.email;
  return /userid|cf\d|submission|resource|applicant|record|token/i.test(field) ? canaries.reference : undefined;
}

describe("secrecy", () => {
  const cases = secrecyCases({
    connect: ({ fetch, hooks, timeout, sender }) =>
      new ArgosClient({
        baseUrl: "https://argos.test",
        apiKey: canaries.apiKey,
        timeout,
        fetch,
        hooks,
        ...(sender === "ky" ? {} : { send: sendWithFetch }),
        encryption: sender === "fetch, encrypted",
      }),
    senders: ["ky", "fetch", "fetch, encrypted"],
    fixtures,
    canaries,
    planted: { key: "apiKey", name: "name", id: "id" },
    withPerson,
    resource: (client) => client.submissions,
    failures: (everything) => ({
      "encrypted and wrong": async () => Response.json({ data: everything, isEncrypted: true }),
      "encrypted refusal": async () => Response.json({ data: everything, isEncrypted: true }, { status: 400 }),
      "string code": async () =>
        Response.json({ errorCode: canaries.name, code: canaries.id, message: everything }, { status: 400 }),
    }),
  });
  for (const { name, run } of cases) test(name, run);
});
