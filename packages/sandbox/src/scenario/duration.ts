const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration like `500ms`, `90s`, `10m`, `24h` or `7d`, or of a number of milliseconds. */
export function durationOf(value: unknown): number {
  if (typeof value === "number" && value >= 0 && Number.isFinite(value)) return value;
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/.exec(typeof value === "string" ? value : "") ?? [];
  if (amount === undefined) throw new TypeError("A duration is written as 500ms, 90s, 10m, 24h or 7d.");
  return Number(amount) * (units[unit] ?? 1);
}
