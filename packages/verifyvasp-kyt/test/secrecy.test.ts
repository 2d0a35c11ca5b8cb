import { secrecyCases } from "@x/core/testing/node";
import { describe, test } from "vitest";
import { sendWithFetch, VerifyVaspClient } from "../src/index.js";
import { fixtures } from "../src/testing/fixtures/index.js";

const canaries = {
  proxyKey: "canary-PROXY-7f3a9b2c",
  code: "金絲雀小姐",
  message: "0xcanary5811001506550d8356a215be229c15b6ef",
};

function withPerson(field: string, value: unknown): unknown {
  if (typeof value !== "string") return undefined;
  if (/Identifier$|message/.test(field)) return canaries.code;
  return /ccountNumber/.test(field) ? canaries.message : undefined;
}

describe("secrecy", () => {
  const cases = secrecyCases({
    connect: ({ fetch, hooks, timeout, sender }) =>
      new VerifyVaspClient({
        baseUrl: "https://enclave.test",
        headers: { "x-proxy-key": canaries.proxyKey },
        timeout,
        fetch,
        hooks,
        ...(sender === "fetch" ? { send: sendWithFetch } : {}),
      }),
    senders: ["ky", "fetch"],
    fixtures,
    canaries,
    planted: { key: "proxyKey", name: "code", id: "message" },
    withPerson,
    resource: (client) => client.kyt,
    // A bare 400 of this JSON, which the enclave's own error body looks like.
    failures: (everything) => ({ "error body": async () => new Response(everything, { status: 400 }) }),
  });
  for (const { name, run } of cases) test(name, run);
});
