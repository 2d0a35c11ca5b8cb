import { createCipheriv, createDecipheriv } from "node:crypto";
import { AesCbc, toBase64 } from "@x/core";
import { kryptogoTransport, sendWithFetch } from "@x/kryptogo";
import { listSearchTasks } from "@x/kryptogo/endpoints";
import { cost, type Figures } from "../measure.ts";
import { page, stub, text } from "../payload.ts";

/** 15 MB as base64, next to Buffer's own: milliseconds, and memory beyond what was there. */
export async function base64(name: string): Promise<Figures> {
  const bytes = new Uint8Array(15_000_000).map((_, n) => n * 31);
  const buffer = Buffer.from(bytes);
  if (name === "12-bit table") Reflect.deleteProperty(globalThis, "Buffer");
  const run = name === "Buffer" ? () => buffer.toString("base64") : () => toBase64(bytes);
  const us = await cost(run, { warm: 2, each: 1, rounds: 7 });
  return { us, MB: process.resourceUsage().maxRSS / 1024 };
}

/** AES-256-CBC of 200 KB, there and back. */
export async function aes(name: string): Promise<Figures> {
  if (name === "node:crypto") return { us: await cost(nodeAes, { warm: 20, each: 20 }) };

  const cipher = new AesCbc(new Uint8Array(32).fill(1));
  const plain = new Uint8Array(200_000).fill(120);
  return { us: await cost(async () => await cipher.decrypt(await cipher.encrypt(plain)), { warm: 20, each: 20 }) };
}

function nodeAes(): Buffer {
  const [key, iv] = [new Uint8Array(32).fill(1), new Uint8Array(16)];
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  const sealed = Buffer.concat([cipher.update(new Uint8Array(200_000).fill(120)), cipher.final()]);
  const opener = createDecipheriv("aes-256-cbc", key, iv);
  return Buffer.concat([opener.update(sealed), opener.final()]);
}

/** Calls a second and how long the slowest of a hundred waits, for a number of calls in flight; `bare 10` is without us. */
export async function inFlight(name: string): Promise<Figures> {
  const transport = kryptogoTransport({ baseUrl: "https://bench.example", apiKey: "k", fetch: stub });
  const ours = (): Promise<unknown> => transport.request(listSearchTasks, { page_size: 7, page_number: 1 });
  const bare = async (): Promise<unknown> => JSON.parse(await (await stub()).text()) as unknown;
  const call = name.startsWith("bare") ? bare : ours;
  const many = Number(name.replace("bare ", ""));
  const total = 20_000;
  const run = async (calls: number, waits: number[]): Promise<void> => {
    let left = calls;
    const lane = async (): Promise<void> => {
      while (left-- > 0) {
        const began = performance.now();
        await call();
        waits.push(performance.now() - began);
      }
    };
    await Promise.all(Array.from({ length: many }, lane));
  };
  await run(5000, []);
  let least = Number.POSITIVE_INFINITY;
  let p99 = 0;
  for (let round = 0; round < 3; round++) {
    const waits: number[] = [];
    const before = process.cpuUsage();
    await run(total, waits);
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / total > least) continue;
    least = (user + system) / total;
    p99 = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0;
  }
  return { us: least, p99: p99 * 1000 };
}

/** Heap after each tenth of many calls. Needs `--expose-gc`. */
export async function heap(calls: string): Promise<Figures> {
  const transport = kryptogoTransport({
    baseUrl: "https://bench.example",
    apiKey: "k",
    fetch: async () => new Response('{"data":[],"paging":{"page_number":1,"page_size":7,"total_count":0}}'),
    send: sendWithFetch,
  });
  const collect = (globalThis as { gc?: () => void }).gc;
  if (collect === undefined) throw new Error("Run this case with --expose-gc.");
  const tenth = Number(calls) / 10;
  const found: Record<string, number> = {};
  for (let part = 0; part <= 10; part++) {
    for (let n = part === 0 ? tenth : 0; n < tenth; n++)
      await transport.request(listSearchTasks, { page_size: 7, page_number: 1 });
    await new Promise<void>((done) => setTimeout(done, 20));
    collect();
    found[`MB after ${part * 10} %`] = process.memoryUsage().heapUsed / 1e6;
  }
  return found;
}

/** 100,000 items in 1,000 pages, next to a loop over bare `fetch`: microseconds an item. */
export async function paging(name: string): Promise<Figures> {
  const pages = 1000;
  const item = page.data[0];
  const bodies = Array.from({ length: pages }, (_, n) =>
    JSON.stringify({
      data: Array.from({ length: 100 }, () => item),
      paging: { page_number: n + 1, page_size: 100, total_count: pages * 100 },
    }),
  );
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const { searchParams } = new URL(input instanceof Request ? input.url : input);
    return new Response(bodies[Number(searchParams.get("page_number")) - 1]);
  };
  const run =
    name === "fetch in a loop"
      ? async (): Promise<number> => {
          let items = 0;
          for (let n = 1; n <= pages; n++) {
            const answer = await fetch(`https://bench.example/tasks?page_size=100&page_number=${n}`);
            items += (JSON.parse(await answer.text()) as { data: unknown[] }).data.length;
          }
          return items;
        }
      : async (): Promise<number> => {
          const { KryptogoClient } = await import("@x/kryptogo");
          const client = new KryptogoClient({
            baseUrl: "https://bench.example",
            apiKey: "k",
            fetch,
            send: sendWithFetch,
          });
          let items = 0;
          for await (const one of client.searchTasks.listAll({ page_size: 100 })) items += one.task_id > 0 ? 1 : 0;
          return items;
        };
  if ((await run()) !== pages * 100) throw new Error("Items were lost.");
  return { us: (await cost(run, { warm: 0, each: 1, rounds: 3 })) / (pages * 100), bytes: text.length };
}
