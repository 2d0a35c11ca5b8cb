/**
 * Sends callbacks as fast as one process can, three in ten of them copies, to a receiver in another process.
 *
 * A figure of the machine and of what else runs on it: it is printed, and told beside that of a bare `node:http` server.
 */
import { forgeKytCallback } from "@x/verifyvasp-kyt/testing";
import { forgeIdvCallback } from "@x/kryptogo/testing";
import { isFull, report, seed } from "../src/measure.ts";
import { randomFrom } from "../src/random.ts";
import { closedLoop, requestText, type Seen, ServerProcess } from "./callbacks-loop.ts";

const seconds = isFull ? 30 : 5;
const random = randomFrom(seed);
const kyt = forgeKytCallback({ kyt: { requestId: "request-000000000" } }).body;
const idv = forgeIdvCallback({ idv_task_id: 900_000_000 }).body;
const bearer = { authorization: "Bearer token-of-nobody-0001" };

const requests: Readonly<Record<string, (n: number) => Buffer>> = {
  bare: (n) => requestText("/callback", bearer, kyt.replace("request-000000000", `request-${n}`)),
  verifyvasp: (n) => requestText("/callback", bearer, kyt.replace("request-000000000", `request-${n}`)),
  kryptogo: (n) => requestText(`/c/${"s".repeat(43)}`, {}, idv.replace("900000000", String(900_000_000 + n))),
};

async function run(vendor: string): Promise<{ seen: Seen; twice: number; micros: number; missing: number }> {
  const make = requests[vendor];
  if (make === undefined) throw new Error("No such vendor.");
  const server = await ServerProcess.start(vendor);
  let distinct = 0;
  const next = (): Buffer => make(random() < 0.3 && distinct > 0 ? Math.floor(random() * distinct) : distinct++);
  try {
    await closedLoop(server.port, 50, 1, next);
    const before = (await server.ask("report")).cpuMs;
    const seen = await closedLoop(server.port, 50, seconds, next);
    const { handled, twice, cpuMs } = await server.ask("idle");
    // Each connection draws one request more than it sends.
    // What it costs the processor is the figure that other work on the machine changes least.
    const micros = Math.round(((cpuMs - before) * 1000) / seen.answers);
    return { seen, twice, micros, missing: vendor === "bare" ? 0 : Math.max(0, distinct - 100 - handled) };
  } finally {
    server.stop();
  }
}

const bare = await run("bare");
console.log(`a bare node:http server: ${JSON.stringify(bare.seen)}, ${bare.micros} µs of processor time each`);
for (const vendor of ["verifyvasp", "kryptogo"]) {
  const { seen, twice, micros, missing } = await run(vendor);
  console.log(`${vendor}: ${JSON.stringify(seen)}, ${micros} µs of processor time each`);
  report({
    id: `callbacks-throughput-${vendor}`,
    promise: `A receiver (${vendor}) with dedupe takes callbacks on two cores, 50 connections, 30 % copies`,
    wanted: "no wrong answer, none lost, none twice; the line is 10,000 a second and p99 below 50 ms",
    seen: `${seen.perSecond} a second for ${seconds} s, p99 ${seen.p99} ms, ${seen.wrong} wrong, ${missing} lost, ${twice} twice; ${micros} µs of processor time each, a bare server ${bare.micros} µs and ${bare.seen.perSecond} a second`,
    kept: seen.wrong === 0 && twice === 0 && missing === 0,
  });
}
