import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KycPortalClient, type UploadCompanyDocumentInput } from "../dist/index.js";

/**
 * Uploads one file of 20 MB over a socket to another process, from a path, a Blob or bytes, and prints by how much this
 * one grew, in files. The file itself, where the caller holds it, is counted in.
 */
const size = 20 * 1024 * 1024;
const from = process.argv[2] as "path" | "blob" | "bytes";
const baseUrl = process.argv[3] ?? "";
const portal = new KycPortalClient({ baseUrl, clientId: "test-client", clientSecret: "test-secret" });
const upload = async (file: UploadCompanyDocumentInput["file"]): Promise<void> => {
  await portal.companies.documents.upload({ caseCommonId: 1, file, name: "A scan", fileCat: "Corporate" });
};
const rest = async (): Promise<void> => {
  // Twice: what the first finds unused the second gives back.
  for (let n = 0; n < 2; n++) {
    global.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

// Loads and compiles everything, and lets the pools grow.
for (let n = 0; n < 3; n++) await upload({ data: new Uint8Array(100_000), name: "warm.pdf" });
const path = join(tmpdir(), `upload-${process.pid}.pdf`);
const handle = openSync(path, "w");
writeSync(handle, "%PDF-1.4");
ftruncateSync(handle, size);
closeSync(handle);

await rest();
const before = process.memoryUsage().rss;
const type = "application/pdf";
const file =
  from === "path"
    ? { path }
    : from === "bytes"
      ? { data: new Uint8Array(size).fill(1), name: "scan.pdf" }
      : new Blob([new Uint8Array(size).fill(1)], { type });
// What the caller made its Blob of is the caller's, and gone by now.
await rest();
let peak = process.memoryUsage().rss;
const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 2);
await upload(file);
peak = Math.max(peak, process.memoryUsage().rss);
clearInterval(sampler);
console.log((peak - before) / size);
process.exit(0);
