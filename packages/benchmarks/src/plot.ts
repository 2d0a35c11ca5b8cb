/** Bars of one figure by name, as an SVG that reads on light and dark pages. */
export function bars(title: string, unit: string, values: Readonly<Record<string, number>>): string {
  const rows = Object.entries(values);
  const most = Math.max(...rows.map(([, value]) => value), 1e-9);
  const height = 34 + rows.length * 22;
  const lines = rows.map(([name, value], n) => {
    const y = 30 + n * 22;
    const width = Math.max(1, (value / most) * 330);
    const fill = name.startsWith("ours") ? "#2f6fdb" : "#8a94a6";
    return `<text x="200" y="${y + 13}" text-anchor="end">${escaped(name)}</text><rect x="208" y="${y}" width="${width.toFixed(1)}" height="17" rx="2" fill="${fill}"/><text x="${(214 + width).toFixed(1)}" y="${y + 13}">${shown(value)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="620" height="${height}" viewBox="0 0 620 ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#5b6472" role="img" aria-label="${escaped(title)}"><text x="8" y="18" font-weight="600">${escaped(title)} (${escaped(unit)})</text>${lines.join("")}</svg>\n`;
}

/** A figure with as many digits as mean something. */
export function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
