import { inChromium } from "./chromium.ts";
import { inProcess } from "./process.ts";
import type { Probing, ProbeResults } from "./types.ts";
import { inWorkerd } from "./workerd.ts";

const drivers = { process: inProcess, workerd: inWorkerd, chromium: inChromium };

/** Runs the probe on a runtime. */
export async function probe(probing: Probing): Promise<ProbeResults> {
  return await drivers[probing.runtime.kind](probing);
}
