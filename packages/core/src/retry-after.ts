/**
 * Milliseconds that a `Retry-After` header asks to wait.
 *
 * @param value - The header, or null.
 * @param now - Wall clock in milliseconds, for the date form.
 * @returns 0 for a date that has passed; `undefined` for anything the grammar does not allow.
 */
export function retryAfterMs(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? "";
  if (/^[0-9]+(?:\.[0-9]{1,3})?$/.test(text)) return Math.min(Math.round(Number(text) * 1000), Number.MAX_SAFE_INTEGER);
  const at = httpDate(text);
  return at === undefined ? undefined : Math.max(0, at - now);
}

const months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const time = "(\\d{2}):(\\d{2}):(\\d{2})";
const imf = new RegExp(`^[A-Z][a-z]{2}, (\\d{2}) (${months}) (\\d{4}) ${time} GMT$`);
const rfc850 = new RegExp(`^[A-Z][a-z]+day, (\\d{2})-(${months})-(\\d{2}) ${time} GMT$`);
const asctime = new RegExp(`^[A-Z][a-z]{2} (${months}) ([ \\d]\\d) ${time} (\\d{4})$`);

type SixParts = [string, string, string, string, string, string];

/** The three date forms of HTTP; `Date.parse` would take far more, and differs by runtime. */
function httpDate(text: string): number | undefined {
  const long = imf.exec(text) ?? rfc850.exec(text);
  if (long !== null) {
    const [day, month, year, h, m, s] = long.slice(1) as SixParts;
    const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
    return utc(full, month, day, h, m, s);
  }
  const short = asctime.exec(text);
  if (short === null) return undefined;
  const [month, day, h, m, s, year] = short.slice(1) as SixParts;
  return utc(Number(year), month, day, h, m, s);
}

function utc(year: number, month: string, day: string, h: string, m: string, s: string): number | undefined {
  if (Number(h) > 23 || Number(m) > 59 || Number(s) > 60 || Number(day) < 1 || Number(day) > 31) return undefined;
  return Date.UTC(year, months.split("|").indexOf(month), Number(day), Number(h), Number(m), Number(s));
}
