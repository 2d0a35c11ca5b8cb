import { Agent, request } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

/** What the sender is told. It runs in a thread of its own: an enclave does not share one with its receiver. */
export interface Errand {
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
  /** Sent before, and not measured: connections are open by then, as an enclave's are. */
  readonly before: readonly string[];
  /** Under way at once; the next goes out when one was answered. */
  readonly atATime: number;
}

/** What the sender saw. */
export interface StormReport {
  readonly answers: number;
  /** Answers that were not 200 with the documented body. */
  readonly wrong: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

async function run({ port, headers, bodies, before, atATime }: Errand): Promise<StormReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: atATime });
  const took: number[] = [];
  let wrong = 0;
  let next = 0;
  const post = async (body: string): Promise<{ status: number; text: string }> =>
    await new Promise((resolve, reject) => {
      const length = String(Buffer.byteLength(body));
      const all = { ...headers, "content-length": length };
      const options = { agent, port, host: "127.0.0.1", path: "/callback", method: "POST", headers: all };
      const outgoing = request(options, (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk: string) => (text += chunk));
        incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, text }));
        incoming.on("error", reject);
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  await Promise.all(before.map(post));
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
        const sent = performance.now();
        const { status, text } = await post(body);
        took.push(performance.now() - sent);
        if (status !== 200 || text !== '{"result":true}') wrong++;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  took.sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN) * 10) / 10;
  const perSecond = Math.round(took.length / seconds);
  return { answers: took.length, wrong, perSecond, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}

parentPort?.postMessage(await run(workerData as Errand), []);
