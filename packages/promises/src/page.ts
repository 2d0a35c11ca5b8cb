import type { PromiseLine } from "./measure.ts";

/** The page `docs/promises.md`. */
export function pageOf(lines: readonly PromiseLine[], on: string): string {
  const rows = lines.map(
    ({ promise, wanted, seen, kept, command }) =>
      `| ${cell(promise)} | ${cell(wanted)} | ${cell(seen)}${kept ? "" : " **(not kept)**"} | \`${command}\` |`,
  );
  return [
    "# What is promised, and what was measured",
    "",
    `Written by \`node packages/promises/scripts/promises.ts --write\` on ${on}. Each command can be run alone, after a build; \`--full\` makes it larger where it has a larger size.`,
    "",
    "| promise | number | last result | command |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
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
