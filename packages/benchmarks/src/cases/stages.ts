import { Session } from "node:inspector/promises";
import { kryptogoTransport } from "@x/kryptogo";
import { listSearchTasks } from "@x/kryptogo/endpoints";
import type { Figures } from "../measure.ts";
import { stub } from "../payload.ts";

/** Stages by the function that a stack goes through, the innermost first. */
const stages: readonly (readonly [stage: string, functions: readonly string[]])[] = [
  ["the answer as the runtime makes it", ["stub", "_Response", "Response"]],
  ["checking every field", ["accepts"]],
  ["reading JSON, doubled names and unsafe numbers looked for", ["parseJson"]],
  ["reading the body within its limits", ["readRaw", "readBytes", "readAll", "textOf", "decodeText"]],
  ["placing the input in path, query and headers", ["place"]],
  ["the credential", ["#credential"]],
  ["handing over to ky", ["sendWithKy"]],
  ["the collector", ["(garbage collector)"]],
];

/** Where the processor time of a call through ky goes, in per cent. */
export async function stagesOf(): Promise<Figures> {
  globalThis.fetch = stub;
  const transport = kryptogoTransport({ baseUrl: "https://bench.example", apiKey: "k" });
  const run = async (calls: number): Promise<void> => {
    for (let n = 0; n < calls; n++) await transport.request(listSearchTasks, { page_size: 7, page_number: 1 });
  };
  await run(15_000);
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 100 });
  await session.post("Profiler.start");
  await run(20_000);
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();

  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const stageOf = (sample: number): string => {
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const { functionName = "", url = "" } = frames.get(id) ?? {};
      const known = stages.find(([, functions]) => functions.includes(functionName));
      if (known !== undefined) return known[0];
      if (url.includes("/ky/")) return "ky";
    }
    return "deadline, outcome, hooks and the rest of the call";
  };
  const found = new Map<string, number>(stages.map(([stage]) => [stage, 0]));
  profile.samples?.forEach((sample, at) => {
    if (frames.get(sample)?.functionName === "(idle)") return;
    const stage = stageOf(sample);
    found.set(stage, (found.get(stage) ?? 0) + (profile.timeDeltas?.[at] ?? 0));
  });
  const total = [...found.values()].reduce((sum, one) => sum + one, 0);
  return Object.fromEntries([...found].map(([stage, time]) => [stage, (100 * time) / total]));
}
