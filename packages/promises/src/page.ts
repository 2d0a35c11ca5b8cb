import type { PromiseLine } from "./measure.ts";

/** The page `docs/promises.md`. */
export function pageOf(lines: readonly PromiseLine[], on: string): string {
  return [
    "# What is promised, and what was measured",
    "",
    `Written by \`node packages/promises/scripts/promises.ts --write\` on ${on}. Each command can be run alone, after a build; \`--full\` makes it larger where it has a larger size.`,
    "",
    "| promise | number | last result | command |",
    "| --- | --- | --- | --- |",
    ...lines.map(rowOf),
    "",
  ].join("\n");
}

/** A page on which the rows of some promises say what was measured just now; the others stay. */
export function pageWith(page: string, lines: readonly PromiseLine[]): string {
  const rows = new Map(lines.map((line) => [rowsOf(rowOf(line))[0], rowOf(line)]));
  return page
    .split("\n")
    .map((line) => rows.get(rowsOf(line)[0]) ?? line)
    .join("\n");
}

function rowOf({ promise, wanted, seen, kept, command }: PromiseLine): string {
  return `| ${cell(promise)} | ${cell(wanted)} | ${cell(seen)}${kept ? "" : " **(not kept)**"} | \`${command}\` |`;
}

/** What of a page does not change from run to run: promise and number of each row. */
export function rowsOf(page: string): string[] {
  return page
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (?:promise|---)/.test(line))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, 3)
        .map((part) => part.trim())
        .join(" | "),
    );
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
