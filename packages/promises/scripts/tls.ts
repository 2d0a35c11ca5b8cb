/**
 * Calls servers with wrong certificates from Node, Bun and Deno: each is refused, nothing arrives,
 * and nothing is tried again.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { report } from "../src/measure.ts";
import { runtimes } from "../src/runtimes.ts";
import { makeCertificates } from "../tls/certificates.ts";
import { type CountingServer, plainServer, tlsServer } from "../tls/server.ts";

interface Ended {
  readonly server: string;
  readonly operation: string;
  readonly code: string;
  readonly outcome?: string;
  readonly attempts?: number;
  readonly systemCode?: string;
}

const child = fileURLToPath(new URL("../tls/child.ts", import.meta.url));
const certificates = makeCertificates();
const wrong: string[] = [];
const seen: string[] = [];
try {
  for (const { name, command } of runtimes()) {
    const servers = await start();
    const ends = await endsOn(name, command, servers);
    let refused = 0;
    for (const { server, operation, code, outcome, attempts, systemCode } of ends) {
      const what = `${name}: ${operation} to ${server} ended as ${code}, ${outcome ?? "-"}, ${attempts ?? "-"} (${systemCode ?? "-"})`;
      console.error(what);
      if (server === "right") {
        if (code !== "accepted") wrong.push(what);
      } else if (code === "network" && outcome === "not_sent" && attempts === 1) refused++;
      // Node gives this the code of a record that may also come late, so nobody says that nothing was sent.
      else if (name === "node" && server === "no TLS" && outcome === "unknown" && attempts === 1) refused++;
      else wrong.push(what);
    }
    for (const [server, { counts, close }] of Object.entries(servers)) {
      close();
      if (server === "right") continue;
      if (counts.requests > 0) wrong.push(`${name}: ${counts.requests} requests arrived at ${server}`);
      if (counts.connections > 2) wrong.push(`${name}: ${counts.connections} handshakes with ${server} for 2 calls`);
    }
    seen.push(`${name}: ${refused} refused`);
    if (ends.length !== Object.keys(servers).length * 2) wrong.push(`${name}: ${ends.length} calls ended`);
  }
} finally {
  certificates.remove();
}
for (const one of wrong) console.error(`wrong: ${one}`);
report({
  id: "tls",
  promise: "A server with a wrong certificate, TLS 1.1 or none gets one handshake for each call, and no request",
  wanted: "0 others of 12 calls on each of Node, Bun and Deno",
  seen: `${wrong.length} wrong; ${seen.join("; ")}`,
  kept: wrong.length === 0,
});

async function start(): Promise<Record<string, CountingServer>> {
  const { right, wrongHost, expired, selfSigned, untrusted } = certificates;
  const old = { ...right, minVersion: "TLSv1.1", maxVersion: "TLSv1.1", ciphers: "DEFAULT:@SECLEVEL=0" } as const;
  return {
    right: await tlsServer(right),
    "wrong host": await tlsServer(wrongHost),
    expired: await tlsServer(expired),
    "self-signed": await tlsServer(selfSigned),
    untrusted: await tlsServer(untrusted),
    "TLS 1.1": await tlsServer(old),
    "no TLS": await plainServer(),
  };
}

/** Not `spawnSync`: the servers live in this process. */
async function endsOn(
  name: string,
  [program = "", ...first]: readonly string[],
  servers: Readonly<Record<string, CountingServer>>,
): Promise<Ended[]> {
  const ports = Object.fromEntries(Object.entries(servers).map(([server, { port }]) => [server, port]));
  const { trusted } = certificates;
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: trusted, ...(name === "deno" ? { DENO_CERT: trusted } : {}) };
  const running = spawn(program, [...first, child, JSON.stringify(ports)], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  running.stdout.setEncoding("utf8").on("data", (more: string) => (output += more));
  await new Promise((resolve) => running.once("close", resolve));
  return output.split("\n").flatMap((line) => (line.startsWith('{"server"') ? [JSON.parse(line) as Ended] : []));
}
