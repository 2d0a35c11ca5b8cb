import { afterEach } from "vitest";
import { KryptogoClient } from "@x/kryptogo";
import { keys, type Sandbox, type SandboxOptions, startSandbox } from "../src/index.js";

const started: Sandbox[] = [];

/** A sandbox that ends with its test. */
export async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  started.push(sandbox);
  return sandbox;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map(async (sandbox) => await sandbox.close()));
});

/** A client as a user of the sandbox makes it. */
export function kryptogoAt(url: string): KryptogoClient {
  return new KryptogoClient({ baseUrl: `${url}/kryptogo`, apiKey: keys.kryptogo.apiKey, timeout: 5000 });
}

/** Tells the sandbox to do something, as its page does. */
export async function tell(url: string, path: string, body: object = {}, headers: object = {}): Promise<Response> {
  return await fetch(`${url}/api/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** One search, as an application orders it. */
export const search = (more: object = {}) => ({
  tasks: [{ search_setting_id: 1, target: { type: 1 as const, name: "Jane Example" }, ...more }],
});
