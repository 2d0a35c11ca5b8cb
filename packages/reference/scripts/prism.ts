import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { loadVendors, type Operation, type Vendor } from "../src/contracts.ts";
import { vendorFacts } from "../src/openapi/vendors.ts";
import { tool } from "../src/tools.ts";
import { root } from "../src/workspace.ts";

/**
 * Serves docs/openapi/*.json with a mock server made by others, and makes every call of every client against it: it
 * refuses requests that the document does not allow, and answers what the document shows.
 */
const prism = tool("@stoplight/prism-cli", "5.16.0", "prism");
const faults: string[] = [];
const credentials = { "x-api-key": "a", "GOFACT-API-TOKEN": "a", authorization: "Bearer a" };
const counts = { answered: 0, files: 0, refused: 0 };

for (const vendor of await loadVendors()) {
  const port = await freePort();
  const server = await serve(vendor, port);
  try {
    for (const operation of vendor.operations) {
      const fault = await call(vendor, operation, `http://127.0.0.1:${port}`);
      if (fault !== undefined) faults.push(`${vendor.id} ${operation.endpoint.name}: ${fault}`);
    }
    for (const operation of vendor.operations) {
      const fault = await callWrongly(operation, `http://127.0.0.1:${port}`);
      if (fault !== undefined) faults.push(`${vendor.id} ${operation.endpoint.name}: ${fault}`);
    }
  } finally {
    server.kill();
  }
}
for (const fault of faults) console.error(fault);
console.log(
  `${counts.answered} operations called on Prism 5.16.0 and answered as documented, ` +
    `${counts.refused} refused with a body of something else, ${counts.files} whose request was accepted and whose answer is a picture that it cannot make, ${faults.length} faults`,
);
process.exitCode = faults.length === 0 && counts.answered > 0 ? 0 : 1;

async function call(vendor: Vendor, { endpoint, fixture }: Operation, baseUrl: string): Promise<string | undefined> {
  const answers: string[] = [];
  const isShared = vendor.operations.some(
    ({ endpoint: other }) => other !== endpoint && other.method === endpoint.method && other.path === endpoint.path,
  );
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    // Operations of one path have examples of their own.
    if (isShared) request.headers.set("prefer", `example=${endpoint.name}`);
    const response = await globalThis.fetch(request);
    const problem = response.ok ? "" : await response.clone().text();
    answers.push(`${response.status} ${problem.slice(0, 600)}`.trim());
    return response;
  };
  const client = vendorFacts[vendor.id]?.connect({ baseUrl, fetch });
  try {
    const output = await fixture.call(client, fixture.input as never);
    if (!isDeepStrictEqual(plain(output), plain(fixture.output)))
      return "the answer is another than the document shows";
    counts.answered++;
    return undefined;
  } catch (error) {
    if (isPictureOnly(endpoint) && answers.every((one) => one === "200")) return void counts.files++;
    return `${String(error)} (${answers.join("; ")})`;
  }
}

/** A server that takes anything would prove nothing. */
async function callWrongly({ endpoint, fixture }: Operation, baseUrl: string): Promise<string | undefined> {
  const isPlain = endpoint.encoding === undefined && endpoint.encode === undefined && endpoint.body === undefined;
  const takesFields = isRecord(fixture.wire.body) && isPlain;
  if (!takesFields) return undefined;
  const [method = "", target = ""] = fixture.wire.request.split(" ");
  const headers = { "content-type": "application/json", ...credentials };
  const { status } = await fetch(baseUrl + target, { method, headers, body: '{"nothing_of_this":1}' });
  if (status < 400) return `a body of something else was answered ${status}`;
  counts.refused++;
  return undefined;
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An example is text, and text cannot begin as a picture does. */
function isPictureOnly({ answersFile }: Operation["endpoint"]): boolean {
  return answersFile !== undefined && !answersFile.includes("pdf");
}

/** A file is compared by its kind. */
function plain(output: unknown): unknown {
  const { bytes, kind } = (output ?? {}) as { bytes?: unknown; kind?: string };
  return bytes instanceof Uint8Array ? kind : output === undefined ? undefined : JSON.parse(JSON.stringify(output));
}

async function serve(vendor: Vendor, port: number): Promise<ChildProcess> {
  const document = join(root, `docs/openapi/${vendor.id}.json`);
  const server = fork(prism, ["mock", "-h", "127.0.0.1", "-p", String(port), document], { stdio: "pipe" });
  server.stdout?.resume();
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`Prism does not start with ${document}`);
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isUp) return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error("Prism did not answer within 20 s");
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}
