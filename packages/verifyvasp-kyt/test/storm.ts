import { Agent, request } from "node:http";
import { serve } from "@x/core/testing/node";

/** What a storm of callbacks came to. */
export interface StormReport {
  readonly answers: number;
  /** Answers that were not 200 with the documented body. */
  readonly wrong: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** Sends bodies over HTTP on this machine, so many at a time, each when the one before it was answered. */
export async function storm(
  receive: (request: Request) => Promise<Response>,
  headers: Readonly<Record<string, string>>,
  bodies: readonly string[],
  atATime: number,
): Promise<StormReport> {
  const server = await serve(receive);
  const agent = new Agent({ keepAlive: true, maxSockets: atATime });
  const took: number[] = [];
  let wrong = 0;
  let next = 0;
  const one = async (body: string): Promise<void> => {
    const began = performance.now();
    const { status, text } = await post(agent, server.port, headers, body);
    took.push(performance.now() - began);
    if (status !== 200 || text !== '{"result":true}') wrong++;
  };
  const began = performance.now();
  try {
    await Promise.all(
      Array.from({ length: atATime }, async () => {
        for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) await one(body);
      }),
    );
  } finally {
    agent.destroy();
    await server.close();
  }
  const seconds = (performance.now() - began) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number): number => Math.round((took[Math.floor(took.length * share)] ?? Number.NaN) * 10) / 10;
  return {
    answers: took.length,
    wrong,
    perSecond: Math.round(took.length / seconds),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(0.999_999),
  };
}

async function post(
  agent: Agent,
  port: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<{ status: number; text: string }> {
  return await new Promise((resolve, reject) => {
    const length = String(Buffer.byteLength(body));
    const outgoing = request(
      {
        agent,
        port,
        host: "127.0.0.1",
        path: "/callback",
        method: "POST",
        headers: { ...headers, "content-length": length },
      },
      (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk: string) => (text += chunk));
        incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, text }));
        incoming.on("error", reject);
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** 10,000 callbacks of which three in ten are copies of another one, shuffled the same way each time. */
export function bodiesWithCopies(bodyOf: (n: number) => string, total: number, copies: number): string[] {
  const distinct = Array.from({ length: total - copies }, (_, n) => bodyOf(n));
  let seed = 42;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % below;
  };
  const all = [...distinct, ...Array.from({ length: copies }, () => distinct[random(distinct.length)] ?? "")];
  for (let at = all.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [all[at], all[other]] = [all[other] ?? "", all[at] ?? ""];
  }
  return all;
}
