import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";

/** Uploads in a process of its own; returns by how many times the file it grew, and how many bytes arrived at most. */
async function grown(from: "path" | "bytes"): Promise<{ growth: number; received: number }> {
  let received = 0;
  const server = createServer((request, response) => {
    let size = 0;
    request.on("data", (chunk: Buffer) => (size += chunk.length));
    request.on("end", () => {
      received = Math.max(received, size);
      response.setHeader("content-type", "application/json");
      const token = { access_token: "t", expires_in: 600 };
      response.end(JSON.stringify(request.url === "/connect/token" ? token : { caseDocumentId: 1 }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const script = join(import.meta.dirname, "upload-child.ts");
  const child = spawn(process.execPath, ["--expose-gc", script, from, url], { stdio: ["ignore", "pipe", "inherit"] });
  const printed = await text(child.stdout);
  server.close();
  return { growth: Number(printed), received };
}

describe("an upload of 20 MB over a socket", () => {
  test("from a path is never held twice: by the median of five, the process grows by less than three files", async () => {
    const runs: Awaited<ReturnType<typeof grown>>[] = [];
    for (let n = 0; n < 5; n++) runs.push(await grown("path"));
    for (const { received } of runs) expect(received).toBeGreaterThan(20 * 1024 * 1024);
    // The line is 2.5. Single runs spread from 2.1 to 2.9 on a busy machine, where the collector comes late; held twice it is 3.4.
    const median = runs.map(({ growth }) => growth).toSorted((a, b) => a - b)[2] ?? Number.NaN;
    expect(median).toBeGreaterThan(0);
    console.log(`grew by ${median.toFixed(2)} files`);
    expect(median).toBeLessThan(3);
  });

  // Measured at 3.4 to 4.3, the caller's own copy included: a Blob copies its bytes, and its stream copies them again.
});
