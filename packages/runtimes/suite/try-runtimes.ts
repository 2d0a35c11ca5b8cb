import { probe } from "./drivers/index.ts";
import type { ProbeResults } from "./drivers/types.ts";
import { cellNames, judge } from "./judge.ts";
import { startLab } from "./lab.ts";
import { type Form, type Runtime, runtimes } from "./runtimes.ts";
import type { Row } from "./table.ts";

/** What is tried, and how hard. */
interface TryOptions {
  /** Billed creates on broken connections, for each way to break. */
  readonly resendTries: number;
  /** Names of runtimes; all of them without it. */
  readonly only?: readonly string[] | undefined;
}

/** Runs the probe on every runtime and in every form, two at a time: most of it is waiting. */
export async function tryRuntimes(project: string, { resendTries, only }: TryOptions): Promise<Row[]> {
  const found: Runtime[] = [];
  for (const [name, find] of Object.entries(runtimes)) if (only?.includes(name) !== false) found.push(await find());
  const queue = found.flatMap((runtime) => runtime.forms.map((form) => ({ runtime, form })));
  const rows: Row[] = Array.from({ length: queue.length });
  const entries = [...queue.entries()];
  const work = async (): Promise<void> => {
    for (let next = entries.shift(); next !== undefined; next = entries.shift()) {
      const [at, { runtime, form }] = next;
      rows[at] = await tryOne(project, runtime, form, resendTries);
    }
  };
  await Promise.all([work(), work()]);
  return rows;
}

async function tryOne(project: string, runtime: Runtime, form: Form, resendTries: number): Promise<Row> {
  const { name, version } = runtime;
  const lab = await startLab(resendTries);
  try {
    const results = await probe({ runtime, form, project, lab: lab.map, cells: cellNames });
    report(name, version, form, results);
    return { name, version, form, cells: judge(runtime, results, lab.report()) };
  } catch (error) {
    return { name, version, form, cells: judge(runtime, crashed(error), lab.report()) };
  } finally {
    await lab.close();
  }
}

function report(name: string, version: string, form: Form, results: ProbeResults): void {
  const times = Object.entries(results).map(([cell, { ms }]) => `${cell} ${ms} ms`);
  console.log(`${name} ${version} ${form}: ${times.join(", ")}`);
}

/** A runtime that fell over has shown nothing. */
function crashed(error: unknown): ProbeResults {
  const says = error instanceof Error ? error.message : String(error);
  return Object.fromEntries(cellNames.map((cell) => [cell, { ok: false, says, ms: 0 }]));
}
