/** What each README leaves to its reader: keys as the sandbox prints them, and what an application has already. */
export function told(name: string, sandboxUrl: string): string {
  return { kryptogo, "kyc-portal": portal, argos, "verifyvasp-kyt": enclave(sandboxUrl) }[name] ?? "";
}

const kryptogo = `const apiKey = "sandbox-kryptogo-key";`;

const portal = `const clientId = "sandbox-client";
const clientSecret = "sandbox-secret";`;

const argos = `const apiKey = "sandbox-argos-key-0123456789abcdefghijklm";`;

/** A withdrawal that is agreed on, a queue, and a stand-in for the application's own Redis. */
function enclave(sandboxUrl: string): string {
  return `import { createServer } from "node:http";
import { fixtures } from "@x/verifyvasp-kyt/testing";
const post = async (path, body) =>
  await fetch("${sandboxUrl}" + path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
await post("/api/callback-url", { vendor: "verifyvasp", url: "http://127.0.0.1:8080/" });
const { verificationUuid } = await (await post("/verifyvasp/v1/verifications", fixtures.createVerification.wire.body)).json();
const token = "sandbox-callback-token";
const queue = { add: async () => undefined };
const kept = new Map();
const redis = {
  call: async (command, ...args) => {
    const [key, value] = args;
    if (command === "GET") return kept.get(key) ?? null;
    if (command === "DEL") return Number(kept.delete(key));
    if (command === "SET") return args.includes("NX") && kept.has(key) ? null : (kept.set(key, value), "OK");
    const [script, , name, expected, next] = args;
    if (kept.get(name) !== expected) return 0;
    return script.includes("'SET'") ? (kept.set(name, next), 1) : Number(kept.delete(name));
  },
};`;
}
