import { expect, test } from "vitest";
import type { ProbeResults } from "../suite/drivers/types.ts";
import { regressions } from "../suite/document.ts";
import { expectedFaults } from "../suite/expected-faults.ts";
import { type Cell, cellNames, judge } from "../suite/judge.ts";
import type { LabReport } from "../suite/lab.ts";
import type { Runtime } from "../suite/runtimes.ts";

const bun: Runtime = { name: "Bun", version: "1", kind: "process", file: "", args: [], forms: ["ESM"] };
const chromium: Runtime = { ...bun, name: "Chromium", kind: "chromium" };
const tries = { "outcome_unknown, unknown": 100 };

/** A run in which everything is as it should be. */
function run(resends: { posts: number; onKept: number } = { posts: 100, onKept: 100 }) {
  const data: Readonly<Record<string, unknown>> = {
    upload: { sha256: "abc" },
    faults: Object.fromEntries(
      Object.entries(expectedFaults).map(([name, { read, create }]) => [name, { read, create }]),
    ),
    redirect: { "307": ["redirect", "redirect"] },
    resend: { fin: tries, rst: tries },
  };
  const results = Object.fromEntries(cellNames.map((name) => [name, { ok: true, ms: 1, data: data[name] ?? null }]));
  const report: LabReport = {
    images: { id_image: "abc" },
    faults: Object.fromEntries(
      Object.entries(expectedFaults).map(([name, { reads = 0 }]) => [name, { GET: reads, POST: 1 }]),
    ),
    redirects: {},
    elsewhere: 0,
    resends: { fin: resends, rst: resends },
  };
  return { results: results as ProbeResults, report };
}

test("a run in which everything is as it should be is green throughout", () => {
  const { results, report } = run();
  for (const cell of Object.values(judge(bun, results, report))) expect(cell).toEqual({ state: "ok" });
});

test("a second POST is red, and in a browser noted with its reason", () => {
  const { results, report } = run({ posts: 200, onKept: 100 });
  expect(judge(bun, results, report).resend.state).toBe("red");
  expect(judge(chromium, results, report).resend).toMatchObject({
    state: "noted",
    says: expect.stringContaining("200 POSTs in 100 tries"),
  });
});

test("tries on connections that were new prove nothing", () => {
  const { results, report } = run({ posts: 100, onKept: 0 });
  expect(judge(bun, results, report).resend.state).toBe("red");
});

test("another code, another count, a second create and a followed redirect are red", () => {
  const { results, report } = run();
  const other = { ...results, faults: { ok: true, ms: 1, data: { "json-500": { read: "value", create: "value" } } } };
  expect(judge(bun, other, report).faults.says).toContain("json-500: value / value instead of server, unknown");
  const counted = { ...report, faults: { ...report.faults, ok: { GET: 2, POST: 2 } } };
  expect(judge(bun, results, counted).faults.says).toBe("ok: 2 reads instead of 1; ok: 2 creates arrived");
  expect(judge(bun, results, { ...report, elsewhere: 1 }).redirect.state).toBe("red");
  expect(judge(bun, results, { ...report, images: { id_image: "def" } }).upload.state).toBe("red");
});

test("a cell that was green and is not any more is told", () => {
  const page = "| Bun | 1 | ESM | ok | ok | ok | ok | ok (1) | ok | ok |";
  const cells = (cell: Cell) => ({ ...judge(bun, run().results, run().report), call: cell });
  const row = (cell: Cell) => ({ name: "Bun", version: "1", form: "ESM", cells: cells(cell) });
  expect(regressions({ rows: [row({ state: "ok" })], consumers: [] }, page)).toEqual([]);
  expect(regressions({ rows: [row({ state: "red", says: "x" })], consumers: [] }, page)).toHaveLength(1);
  expect(regressions({ rows: [row({ state: "noted", says: "x" })], consumers: [] }, page)).toHaveLength(1);
  expect(regressions({ rows: [row({ state: "ok" })], consumers: [] }, "")).toHaveLength(1);
});
