/**
 * Reads a time as ARGOS writes it, always UTC.
 *
 * Its documents print three forms: ISO 8601, `2020-07-24 06:46`, and the pattern `YYYY-MM-DD-HH-MM-SS-ZZZ`, of which no
 * real value was seen; its last part is taken for milliseconds.
 *
 * @param text - `created_at` or another time of an answer or a webhook.
 * @returns The moment; null when the text is absent or has another form.
 *
 * @example
 * parseArgosTime("2022-04-07T00:30:35.919Z");
 */
export function parseArgosTime(text: string | null | undefined): Date | null {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T -](\d{2})[:-](\d{2})(?:[:-](\d{2})(?:[.-](\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text?.trim() ?? "",
    );
  if (match === null) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] = match;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : "Z";
  const ms = fraction.slice(0, 3).padEnd(3, "0");
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}${offset}`);
  // A runtime may take the 31st of a short month for the day after its end.
  const real = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || real.getUTCDate() !== Number(day) ? null : at;
}

/** Whether a record may have been made by a call that began then; a time that cannot be read rules nothing out. */
export function madeSince(created_at: string | undefined, startedAt: Date): boolean {
  const at = parseArgosTime(created_at)?.getTime();
  // Clocks of two companies differ.
  return at === undefined || at >= startedAt.getTime() - 300_000;
}
