/** Bodies that are made to hurt, 200 at once of each kind, with a right token; and work that takes ten seconds. */
import { connect } from "node:net";
import { forgeKytCallback } from "@x/verifyvasp-kyt/testing";
import { isFull, report } from "../src/measure.ts";
import { closedLoop, requestText, ServerProcess } from "./callbacks-loop.ts";

const head =
  "POST /c HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\nauthorization: Bearer token-of-nobody-0001\r\n";
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;

interface Attack {
  readonly name: string;
  readonly status: string;
  /** What is sent at once. */
  readonly begin: string | Buffer;
  /** What is sent again and again until there is an answer, and how often. */
  readonly then?: { readonly text: string; readonly everyMs: number };
}

const attacks: readonly Attack[] = [
  { name: "10 MB declared", status: "413", begin: `${head}content-length: 10485760\r\n\r\n${" ".repeat(65_536)}` },
  {
    name: "chunks without end",
    status: "413",
    begin: `${head}transfer-encoding: chunked\r\n\r\n`,
    then: { text: chunk(" ".repeat(16_384)), everyMs: 1 },
  },
  {
    name: "a drip",
    status: "408",
    begin: `${head}content-length: 1000\r\n\r\n`,
    then: { text: " ", everyMs: 300 },
  },
  { name: "chunks that stop", status: "408", begin: `${head}transfer-encoding: chunked\r\n\r\n${chunk("{")}` },
  { name: "gzip", status: "415", begin: `${head}content-encoding: gzip\r\ncontent-length: 4\r\n\r\nabcd` },
  { name: "no JSON", status: "400", begin: `${head}content-length: 6\r\n\r\n<html>` },
  {
    name: "100,000 levels",
    status: "400",
    begin: `${head}content-length: 200000\r\n\r\n${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  },
];

/** Sends one and returns status and milliseconds. */
async function attack(port: number, { begin, then }: Attack): Promise<{ status: string; ms: number }> {
  const began = performance.now();
  return await new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let timer: ReturnType<typeof setInterval> | undefined;
    const settle = (status: string): void => {
      clearInterval(timer);
      socket.destroy();
      resolve({ status, ms: performance.now() - began });
    };
    socket.on("connect", () => {
      socket.write(begin);
      if (then !== undefined) timer = setInterval(() => void socket.write(then.text), then.everyMs);
    });
    socket.on("data", (data) => settle(data.toString("latin1").slice(9, 12)));
    socket.on("error", () => settle("cut"));
    socket.on("close", () => settle("cut"));
    setTimeout(() => settle("none"), 10_000).unref();
  });
}

/** What the same bytes cost a server that reads them into a text and forgets it: what Node itself holds until it collects. */
async function bareGrowth(): Promise<number> {
  const bare = await ServerProcess.start("bare", 0, tidy);
  try {
    const bomb = attacks.find(({ name }) => name === "100,000 levels");
    const small = { name: "", status: "", begin: `${head}content-length: 2\r\n\r\n{}` };
    for (let n = 0; n < 20; n++)
      await Promise.all(Array.from({ length: 50 }, async () => await attack(bare.port, small)));
    const before = (await bare.ask("report")).rss;
    await Promise.all(Array.from({ length: 200 }, async () => await attack(bare.port, bomb ?? small)));
    return (await bare.ask("report")).rss - before;
  } finally {
    bare.stop();
  }
}

/** What V8 has not yet collected would drown what is held. */
const tidy = ["--max-semi-space-size=1", "--expose-gc"];
const bare = await bareGrowth();
const server = await ServerProcess.start("verifyvasp", 0, tidy);
try {
  const usual = (n: number): Buffer =>
    requestText(
      "/c",
      { authorization: "Bearer token-of-nobody-0001" },
      forgeKytCallback({ kyt: { requestId: `r-${n}` } }).body,
    );
  let n = 0;
  // Warm, so that what is measured is not the compiler.
  await closedLoop(server.port, 50, 2, () => usual(n++));
  let [right, all, slowest, growth] = [0, 0, 0, 0];
  const wrong = new Map<string, number>();
  await server.ask("idle");
  for (const one of attacks) {
    const before = (await server.ask("report")).rss;
    const answers = await Promise.all(Array.from({ length: 200 }, async () => await attack(server.port, one)));
    const { rss } = await server.ask("report");
    growth = Math.max(growth, rss - before);
    all += answers.length;
    // 503: too many at once. Cut: the answer was sent, and the sender was still sending.
    const isRefused = (status: string): boolean =>
      status === one.status || status === "503" || (status === "cut" && one.name === "chunks without end");
    right += answers.filter(({ status }) => isRefused(status)).length;
    for (const { status } of answers)
      if (status !== one.status) wrong.set(`${one.name}: ${status}`, (wrong.get(`${one.name}: ${status}`) ?? 0) + 1);
    slowest = Math.max(slowest, ...answers.map(({ ms }) => ms));
    console.log(
      `${one.name}: up to ${Math.round(Math.max(...answers.map(({ ms }) => ms)))} ms, memory +${Math.round((rss - before) / 1e6)} MB`,
    );
  }
  for (const [what, times] of wrong) console.log(`${what} ${times} times`);
  const after = await closedLoop(server.port, 10, 1, () => usual(n++));
  report({
    id: "callbacks-hostile-bodies",
    promise: "Too long, endless, dripping, compressed, broken and nested bodies, 200 at once of each, are refused",
    wanted:
      "each refused within 5 s, 20 MB at most are held after each kind, beyond what a bare server holds that read as much, and the server goes on",
    seen: `${right} of ${all} refused, the slowest after ${(slowest / 1000).toFixed(1)} s, ${Math.round(growth / 1e6)} MB, a bare server ${Math.round(bare / 1e6)} MB; ${after.wrong} wrong answers afterwards`,
    kept: right === all && slowest < 5000 && growth - bare <= 20e6 && after.wrong === 0 && after.answers > 0,
  });
} finally {
  server.stop();
}

const slow = await ServerProcess.start("verifyvasp", 10_000);
try {
  let n = 0;
  const count = isFull ? 8000 : 2000;
  const next = (): Buffer | undefined =>
    n < count
      ? requestText(
          "/c",
          { authorization: "Bearer token-of-nobody-0001" },
          forgeKytCallback({ kyt: { requestId: `slow-${n++}` } }).body,
        )
      : undefined;
  const seen = await closedLoop(slow.port, 10, 60, next);
  report({
    id: "callbacks-slow-work",
    promise: "While work takes 10 s, each callback is acknowledged at once",
    wanted: "every answer 200, none after 500 ms; the line for p99 is 50 ms",
    seen: `${seen.answers - seen.wrong} of ${count} answers 200, p99 ${seen.p99} ms, the slowest ${seen.max} ms`,
    kept: seen.answers === count && seen.wrong === 0 && seen.max < 500,
  });
} finally {
  slow.stop();
}
