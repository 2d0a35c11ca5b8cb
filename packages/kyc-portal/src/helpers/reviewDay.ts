import type { ReviewDate } from "../codes/reviewDates.js";

/**
 * Writes a day as the portal's review dates want it: `DD/MM/YYYY`, by the calendar of UTC.
 *
 * @param day - The day.
 * @returns The text.
 * @throws `RangeError` when the date is invalid.
 *
 * @example
 * await portal.companies.monitoring.setReviewDate({ caseCommonId, reviewDate: reviewDay(new Date("2027-12-31")) });
 */
export function reviewDay(day: Date): NonNullable<ReviewDate> {
  const [year = "", month = "", date = ""] = day.toISOString().slice(0, 10).split("-");
  return `${date}/${month}/${year}` as NonNullable<ReviewDate>;
}
