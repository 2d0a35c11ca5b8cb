/**
 * Makes a list of what is one thing in one place and a list in another: reject comments, codes, additional answers.
 *
 * @param value - One, several or none.
 * @returns A list.
 *
 * @example
 * const codes = listOf(callback.payload.kyc_result?.commentCode);
 */
export function listOf<Item>(value: Item | readonly Item[] | null | undefined): readonly Item[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
}
