/** The phrases that stand for a review date, as the vendor's newest description spells them. */
export const reviewDatePresets = [
  "Do not review",
  "Review now",
  "3 months",
  "6 months",
  "9 months",
  "1 year",
  "2 years",
  "3 years",
  "5 years",
  "10 years",
] as const;

/** A phrase that stands for a review date. `Review now` starts a review, which is billed as a case. */
export type ReviewDatePreset = (typeof reviewDatePresets)[number];

/**
 * When a case is reviewed next: a phrase, a day as `DD/MM/YYYY` ({@link reviewDay} makes one), or null to clear it.
 *
 * Each review that comes due is a new registry pull and billed as a case.
 */
export type ReviewDate = ReviewDatePreset | `${number}/${number}/${number}` | null;

/** What {@link isReviewDate} accepts, in words. */
export const reviewDateExpectation = (): string =>
  `null, a day from today on as DD/MM/YYYY, or one of ${reviewDatePresets.join(", ")}`;

/**
 * Whether a value is a review date that the vendor takes: a phrase, null, or a day of the calendar that has not passed.
 *
 * Today is taken in the time zone that is furthest behind, so that no day is refused that still lasts somewhere.
 */
export function isReviewDate(value: unknown, now: number = Date.now()): value is ReviewDate {
  if (value === null || (reviewDatePresets as readonly unknown[]).includes(value)) return true;
  if (typeof value !== "string") return false;
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(value) ?? [];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = at.getUTCDate() === Number(day) && at.getUTCMonth() === Number(month) - 1;
  return isDay && at.getTime() + 36 * 3_600_000 > now;
}
