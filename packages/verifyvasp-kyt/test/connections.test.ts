import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { isOutcomeUnknown, VerifyVaspClient } from "../src/index.js";
import { failureOf } from "./support.js";

const verificationUuid = "d63398e3-c806-4300-bd99-170b54642080";

test("each call has a connection of its own: an idle one that the enclave closes is never used again", async () => {
  const seen: { connection: string | undefined; port: number | undefined; url: string | undefined }[] = [];
  const server = createServer((incoming, outgoing) => {
    seen.push({ connection: incoming.headers.connection, port: incoming.socket.remotePort, url: incoming.url });
    // Read whole, then closed without an answer: what a kept connection looks like when the enclave ends it.
    if (incoming.method === "POST") incoming.on("end", () => incoming.socket.destroy()).resume();
    else outgoing.end(JSON.stringify({ vaspId: "15952089931162058999" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const verifyvasp = new VerifyVaspClient({ baseUrl: `http://127.0.0.1:${port}` });
  try {
    for (let n = 0; n < 3; n++) await verifyvasp.neighbours.vasps.getOwnId();
    expect(isOutcomeUnknown(await failureOf(verifyvasp.kyt.requestAssessment({ verificationUuid })))).toBe(true);
    expect(seen.map(({ connection }) => connection)).toEqual(["close", "close", "close", "close"]);
    expect(new Set(seen.map((one) => one.port)).size).toBe(4);
    expect(seen.filter(({ url }) => url === "/v1/risk-assessment/chainalysis-kyt")).toHaveLength(1);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
