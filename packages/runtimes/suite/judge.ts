import type { CellResult, ProbeResults } from "./drivers/types.ts";
import { deviations, expectedFaults } from "./expected-faults.ts";
import type { FaultName, LabReport, ResendLedger } from "./lab.ts";
import type { Runtime } from "./runtimes.ts";

/** What stands in a cell of the table. */
export interface Cell {
  /** `noted` is as good as the runtime allows, and says why. */
  readonly state: "ok" | "noted" | "red";
  readonly says?: string;
}

/** The columns of the table, in its order. */
export const cellNames = ["call", "upload", "callback", "crypto", "faults", "redirect", "resend"] as const;

/** Name of a column. */
export type CellName = (typeof cellNames)[number];

const ok: Cell = { state: "ok" };
const red = (says: string): Cell => ({ state: "red", says });

/** Puts together what the runtime says and what the servers saw. */
export function judge(runtime: Runtime, results: ProbeResults, report: LabReport): Record<CellName, Cell> {
  const judged = cellNames.map((name) => {
    const result = results[name];
    if (result === undefined) return [name, red("did not run")] as const;
    if (!result.ok) return [name, red(result.says ?? "failed")] as const;
    return [name, judges[name]?.(result, report, runtime) ?? ok] as const;
  });
  return Object.fromEntries(judged) as Record<CellName, Cell>;
}

type Judge = (result: CellResult, report: LabReport, runtime: Runtime) => Cell;

const judges: Partial<Record<CellName, Judge>> = {
  upload: ({ data }, { images }) => {
    const { sha256 } = data as { sha256: string };
    const bad = Object.entries(images).filter(([, seen]) => seen !== sha256);
    return bad.length === 0 ? ok : red(`not the bytes that were given: ${bad.map(([name]) => name).join(", ")}`);
  },
  faults: judgeFaults,
  redirect: ({ data }, { elsewhere }) => {
    if (elsewhere > 0) return red(`${elsewhere} connections to the other origin`);
    const codes = Object.values(data as Record<string, string[]>).flat();
    const other = codes.filter((code) => code !== "redirect" && code !== refusedInBrowser);
    return other.length === 0 ? ok : red(`codes ${other.join(", ")}`);
  },
  resend: judgeResends,
};

/** Code of a billed call that is not made in a browser. */
const refusedInBrowser = "spend_refused";

function judgeFaults({ data }: CellResult, report: LabReport, runtime: Runtime): Cell {
  const seen = data as Readonly<Record<string, Ends>>;
  const notes = new Map<string, string[]>();
  const wrong = Object.entries(expectedFaults).flatMap(([name, usual]) => {
    const own = deviations[runtime.name]?.[name as FaultName];
    if (own !== undefined) notes.set(own.why, [...(notes.get(own.why) ?? []), name]);
    const ends = seen[name] ?? { read: "did not run", create: "did not run" };
    const { GET: reads = 0, POST: creates = 0 } = report.faults[name] ?? {};
    const refused = runtime.kind === "chromium" && ends.create === `${refusedInBrowser}, not_sent` && creates === 0;
    const wanted = own === undefined ? [usual] : own.orUsual === true ? [own, usual] : [own];
    const fits =
      wanted.some(({ read }) => read === ends.read) && (refused || wanted.some(({ create }) => create === ends.create));
    const count = wanted[0]?.reads ?? 0;
    return [
      ...(fits ? [] : [`${name}: ${ends.read} / ${ends.create} instead of ${wanted[0]?.read} / ${wanted[0]?.create}`]),
      ...(reads === count ? [] : [`${name}: ${reads} reads instead of ${count}`]),
      ...(creates <= 1 ? [] : [`${name}: ${creates} creates arrived`]),
    ];
  });
  if (wrong.length > 0) return red(wrong.join("; "));
  if (notes.size === 0) return ok;
  return { state: "noted", says: [...notes].map(([why, names]) => `${names.join(", ")}: ${why}`).join("; ") };
}

/** What a read and a create came to. */
interface Ends {
  readonly read: string;
  readonly create: string;
}

function judgeResends({ data }: CellResult, { resends }: LabReport, runtime: Runtime): Cell {
  const outcomes = data as Readonly<Record<string, Readonly<Record<string, number>>>>;
  const tries = Object.values(outcomes["fin"] ?? {}).reduce((sum, n) => sum + n, 0);
  const ledgers: [string, ResendLedger][] = Object.entries(resends);
  const refused = Object.values(outcomes).every((one) => Object.keys(one).every((key) => key.endsWith("not_sent")));
  if (refused && ledgers.every(([, { posts }]) => posts === 0))
    return { state: "noted", says: "billed calls are refused before anything is sent" };
  const twice = ledgers.filter(([, { posts }]) => posts !== tries);
  if (twice.length > 0) {
    const says = twice.map(([how, { posts }]) => `${posts} POSTs in ${tries} tries (${how})`).join(", ");
    if (runtime.kind !== "chromium") return red(says);
    return { state: "noted", says: `${says}: the browser repeats a POST by itself, and nothing in a page prevents it` };
  }
  const kept = ledgers.every(([, { onKept }]) => onKept >= tries * 0.9);
  if (kept) return ok;
  if (runtime.name === "Deno")
    return { state: "noted", says: "a connection of its own for each billed call: on a kept one Deno sends it twice" };
  return red("connections were not kept, so nothing was tried");
}
