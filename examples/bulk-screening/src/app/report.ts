import type { DeadLetter } from "./book.ts";

/** Bands from harmless to listed, with the colour that each has in the plot. */
const bands = [
  ["low", "#4c9f70"],
  ["low_to_medium", "#a3b84a"],
  ["medium", "#e0b13c"],
  ["high", "#d9733a"],
  ["very_high", "#b8324a"],
  ["unknown", "#8a8f98"],
] as const;

/** Counts by band as bars of text. */
export function asText(counts: ReadonlyMap<string, number>): string {
  const most = Math.max(1, ...counts.values());
  return bands
    .filter(([band]) => band !== "unknown" || counts.has(band))
    .map(([band]) => {
      const count = counts.get(band) ?? 0;
      return `  ${band.padEnd(14)} ${"▇".repeat(Math.ceil((count / most) * 40)).padEnd(40)} ${count}`;
    })
    .join("\n");
}

/** Counts by band as a plot: an SVG that reads in light and in dark. */
export function asSvg(counts: ReadonlyMap<string, number>, title: string): string {
  const shown = bands.filter(([band]) => band !== "unknown" || counts.has(band));
  const most = Math.max(1, ...counts.values());
  const rows = shown.map(([band, colour], n) => {
    const count = counts.get(band) ?? 0;
    const y = 56 + n * 34;
    const width = Math.round((count / most) * 420);
    return `  <text x="128" y="${y + 17}" text-anchor="end">${band.replaceAll("_", " ")}</text>
  <rect x="140" y="${y}" width="${width}" height="24" rx="3" fill="${colour}"/>
  <text x="${148 + width}" y="${y + 17}">${count.toLocaleString("en")}</text>`;
  });
  const height = 70 + shown.length * 34;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="660" height="${height}" viewBox="0 0 660 ${height}" role="img" aria-label="${title}">
  <style>text { font: 14px system-ui, sans-serif; fill: #24292f } @media (prefers-color-scheme: dark) { text { fill: #d0d7de } }</style>
  <text x="16" y="30" font-weight="600">${title}</text>
${rows.join("\n")}
</svg>
`;
}

/** What a person has to look at, a line each. */
export function deadLetters(letters: readonly DeadLetter[]): string {
  if (letters.length === 0) return "  nobody waits for a person";
  return letters.map(({ customer_id, reference, reason }) => `  ${customer_id}  ${reference}  ${reason}`).join("\n");
}
