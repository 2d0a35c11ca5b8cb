import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KycPortalClient } from "@x/kyc-portal";
import type { Figures } from "../measure.ts";

const size = 20 * 1024 * 1024;

/** Takes uploads; started by the command in a process of its own. */
export function takeUploads(): void {
  const server = createServer((request, response) => {
    request.on("end", () => {
      const token = { access_token: "t", token_type: "Bearer", expires_in: 600 };
      const answer = request.url === "/connect/token" ? token : { caseDocumentId: 1 };
      response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
    });
    request.resume();
  });
  server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
}

/** A file of 20 MB over a socket: processor time, and by how many times its size the process grows at most. */
export async function upload(name: string): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "upload-"));
  const path = join(folder, "scan.pdf");
  await writeFile(path, new Uint8Array(size).fill(37));
  const send = sender(name, path);
  try {
    // Loads and compiles everything, and lets the pools grow.
    for (let n = 0; n < 2; n++) await send();
    const collect = (globalThis as { gc?: () => void }).gc;
    collect?.();
    const before = process.memoryUsage().rss;
    let [least, peak] = [Number.POSITIVE_INFINITY, before];
    const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 2);
    for (let n = 0; n < 5; n++) {
      const began = process.cpuUsage();
      await send();
      const { user, system } = process.cpuUsage(began);
      least = Math.min(least, user + system);
      peak = Math.max(peak, process.memoryUsage().rss);
      collect?.();
    }
    clearInterval(sampler);
    return { us: least, growth: (peak - before) / size };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function sender(name: string, path: string): () => Promise<unknown> {
  const baseUrl = process.env["BENCH_SERVER"] ?? "";
  if (name === "fetch + FormData")
    return async () => {
      const form = new FormData();
      form.set("file", await openAsBlob(path), "scan.pdf");
      const answer = await fetch(`${baseUrl}/upload`, { method: "POST", body: form });
      return (await answer.json()) as unknown;
    };
  const portal = new KycPortalClient({ baseUrl, clientId: "bench", clientSecret: "bench" });
  const bytes = new Uint8Array(size).fill(37);
  const file = name === "ours, from a path" ? { path } : { data: bytes, name: "scan.pdf" };
  return async () =>
    await portal.companies.documents.upload({ caseCommonId: 1, file, name: "A scan", fileCat: "Corporate" });
}
