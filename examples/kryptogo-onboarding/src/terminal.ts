import { createInterface } from "node:readline/promises";
import { styleText } from "node:util";
import type { Meter } from "./meter.ts";

/** A headline. */
export function step(text: string): void {
  console.log(`\n${styleText("bold", text)}`);
}

/** One fact below a headline. */
export function fact(label: string, text: string): void {
  console.log(`  ${styleText("dim", label.padEnd(22))} ${text}`);
}

/** Something that went as it should although it looks like a failure. */
export function good(text: string): void {
  console.log(`  ${styleText("green", "✓")} ${text}`);
}

/** Asks before money is spent. Without a terminal the answer is no. */
export async function mayBill(what: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    fact("not asked", `${what}: no terminal, so no`);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`  ${what} is billed to the account. Go on? [y/N] `);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

/** The table at the end. */
export function summary(meter: Meter, elapsedMs: number): void {
  const rows = [...meter.readings].map(([operation, { calls, billed, retries, failures, ms }]) =>
    [operation, calls, billed, retries, failures, `${Math.round(ms)} ms`].map(String),
  );
  const sum = (at: number): string => String(rows.reduce((total, row) => total + Number(row[at]), 0));
  const head = ["operation", "calls", "billed", "retries", "failed", "time"];
  const foot = ["total", sum(1), sum(2), sum(3), sum(4), `${(elapsedMs / 1000).toFixed(1)} s`];
  const widths = head.map((_, at) => Math.max(...[head, ...rows, foot].map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("   ");
  step("What it took");
  console.log(`  ${styleText("dim", line(head))}`);
  for (const row of rows) console.log(`  ${line(row)}`);
  console.log(`  ${styleText("bold", line(foot))}`);
}
