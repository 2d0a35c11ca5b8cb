import { openSync, closeSync, ftruncateSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KycPortalClient } from "../dist/index.js";

/**
 * Uploads one file of 20 MB over a socket to another process, from a path or from bytes, and prints by how much this
 * one grew while it did, in files.
 */
const size = 20 * 1024 * 1024;
const from = process.argv[2] as "path" | "bytes";
const baseUrl = process.argv[3] ?? "";
const portal = new KycPortalClient({ baseUrl, clientId: "test-client", clientSecret: "test-secret" });
const upload = async (file: Parameters<typeof portal.companies.documents.upload>[0]["file"]): Promise<void> => {
  await portal.companies.documents.upload({ caseCommonId: 1, file, name: "A scan", fileCat: "Corporate" });
};

// Loads and compiles everything, and lets the pools grow.
for (let n = 0; n < 3; n++) await upload({ data: new Uint8Array(100_000), name: "warm.pdf" });
const path = join(tmpdir(), `upload-${process.pid}.pdf`);
const handle = openSync(path, "w");
writeSync(handle, "%PDF-1.4");
ftruncateSync(handle, size);
closeSync(handle);

global.gc?.();
const before = process.memoryUsage().rss;
let peak = before;
const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 2);
// The caller's own bytes are counted in: they are a part of what is held.
await upload(from === "path" ? { path } : { data: new Uint8Array(size).fill(1), name: "scan.pdf" });
peak = Math.max(peak, process.memoryUsage().rss);
clearInterval(sampler);
console.log((peak - before) / size);
process.exit(0);
