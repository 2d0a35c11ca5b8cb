import * as z from "zod/mini";

/** A day of a query: a `Date`, whose UTC day counts, or text. It is sent in the form that the client is set to. */
export type ArgosDay = Date | string;

/** A day as eight digits, which is how contracts carry it; `undefined` when it is none. */
export function dayDigits(day: unknown): string | undefined {
  if (day instanceof Date) return Number.isNaN(day.getTime()) ? undefined : digitsOf(day);
  const [, year, month, date] =
    (typeof day === "string" && /^(\d{4})(-?)(\d{2})\2(\d{2})$/.exec(day)?.toSpliced(2, 1)) || [];
  const digits = `${year}${month}${date}`;
  const real = new Date(`${year}-${month}-${date}T00:00:00Z`);
  return year === undefined || Number.isNaN(real.getTime()) || digitsOf(real) !== digits ? undefined : digits;
}

function digitsOf(date: Date): string {
  return date.toISOString().slice(0, 10).replaceAll("-", "");
}

/** A day that exists. */
export const day = (): z.ZodMiniCustom<ArgosDay> =>
  z.custom<ArgosDay>((value) => dayDigits(value) !== undefined, {
    params: { expected: "a Date, YYYYMMDD or YYYY-MM-DD" },
  });
