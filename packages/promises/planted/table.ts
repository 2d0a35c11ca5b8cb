import type { PlantedDefect } from "./types.ts";

/** The page that lists the defects. */
export function page(defects: readonly PlantedDefect[]): string {
  const rows = defects.map(({ defect, file, in: where, run, test }, at) =>
    [at + 1, defect, `\`${file.replace(/^packages\//, "")}\``, `${test} (\`${where}/${run}\`)`].map(cell).join(" | "),
  );
  return `# Planted defects

${defects.length} defects that a careless change could bring. \`node packages/promises/scripts/planted.ts --full\` puts each into a copy of
the workspace and requires that the named test, green before, turns red. Without \`--full\` it plants five, chosen by \`--seed\`. A
record whose text is no longer in its file fails every run. Written by that script with \`--write\`; not edited by hand.

| # | defect | planted in | test that turns red |
| --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join("\n")}
`;
}

function cell(value: string | number): string {
  return String(value).replaceAll("|", "\\|");
}
