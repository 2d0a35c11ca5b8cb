import { keyTransport } from "@x/core";
import { type Finding, operation } from "./client.ts";
import { failureOf } from "./ids.ts";

/** Answers of a server that means harm, by path, and how each has to end. */
const bombs: Readonly<Record<string, RegExp>> = {
  identity: /^body_too_large$/,
  gzip: /^body_too_large$/,
  // Deno asks for no deflate and undoes none.
  deflate: /^(?:body_too_large|unexpected_content)$/,
  br: /^body_too_large$/,
  depth: /^body_too_large$/,
  keys: /^body_too_large$/,
  items: /^body_too_large$/,
  union: /^body_too_large$/,
  drip: /^timeout$/,
};

/** Bombs, drips, depth, keys and items: each is refused with an error of ours. Memory and time are told. */
export async function bombsOf(server: string): Promise<Finding> {
  const client = keyTransport(
    { vendor: "vendor", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) },
    { baseUrl: server, apiKey: "key-of-nobody" },
  );
  const wrong: string[] = [];
  let slowest = 0;
  let most = 0;
  for (const [name, expected] of Object.entries(bombs)) {
    const call = async (): Promise<string | undefined> =>
      await failureOf(
        async () => await client.request(operation({ path: `/${name}` }), {}, name === "drip" ? { timeout: 500 } : {}),
      );
    // The first call compiles the code.
    await call();
    const before = process.memoryUsage.rss();
    let peak = before;
    const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
    const began = performance.now();
    const code = await call();
    const ms = performance.now() - began;
    clearInterval(timer);
    peak = Math.max(peak, process.memoryUsage.rss());
    if (!expected.test(code ?? "accepted")) wrong.push(`${name} ended as ${code ?? "accepted"}`);
    if (name !== "drip") slowest = Math.max(slowest, ms);
    most = Math.max(most, (peak - before) / 1_000_000);
  }
  // Ten times the largest answer that is read, and far below what is sent. Bun reads ahead of whoever reads from it, so
  // there it is told only.
  if (most > 150 && process.versions["bun"] === undefined) wrong.push(`memory grew by ${Math.round(most)} MB`);
  const count = Object.keys(bombs).length;
  return { seen: `${count} kinds, the slowest ${Math.round(slowest)} ms, at most +${Math.round(most)} MB`, wrong };
}
