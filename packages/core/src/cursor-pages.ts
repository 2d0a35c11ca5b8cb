import type { PageRule } from "./pagination.js";

/**
 * The rule of lists whose pages name the next one: on until a page names none.
 *
 * A short or empty page ends nothing: a server may filter after it has counted.
 *
 * @param items - Items of a page.
 * @param next - Input fields that read the next page, as the page gives them; `undefined` on the last.
 * @param fields - Names of those fields: together they are the cursor.
 */
export function byCursor<Input extends object, Page, Item>(
  items: (page: Page) => readonly Item[],
  next: (page: Page) => Partial<Input> | undefined,
  fields: readonly (keyof Input & string)[],
): PageRule<Input, Page, Item> {
  return {
    items,
    cursor: (input) => JSON.stringify(fields.map((field) => input[field] ?? null)),
    next(page, input) {
      const cursor = next(page);
      return cursor === undefined ? undefined : { ...input, ...cursor };
    },
  };
}
