/** How one vendor's lists go on. */
export interface PageRule<Input, Page, Item> {
  /** Items of a page. */
  items(page: Page): readonly Item[];
  /** Input of the next page; `undefined` after the last. */
  next(page: Page, input: Input): Input | undefined;
  /** What names a page's place, to notice a list that turns in a circle. */
  cursor(input: Input): string;
}

/** A list that is read page by page, as far as it is asked for. One page is held at a time. */
export interface Paged<Item> extends AsyncIterable<Item> {
  /** Pages instead of items, each with the input that reads the next. */
  pages(): AsyncIterable<readonly Item[]>;
  /**
   * Reads items into an array.
   *
   * @param options - `limit`: most items to read. It has no default: a list may be as long as the vendor's history.
   */
  toArray(options: { readonly limit: number }): Promise<Item[]>;
}

/** Walks a list by its rule. Stops at the end, or at a cursor that came before. */
export function paginate<Input, Page, Item>(
  read: (input: Input) => Promise<Page>,
  first: Input,
  rule: PageRule<Input, Page, Item>,
): Paged<Item> {
  async function* pages(): AsyncGenerator<readonly Item[]> {
    const visited = new Set<string>();
    for (let input: Input | undefined = first; input !== undefined;) {
      const cursor = rule.cursor(input);
      if (visited.has(cursor)) return;
      visited.add(cursor);
      const page: Page = await read(input);
      const items = rule.items(page);
      yield items;
      input = rule.next(page, input);
    }
  }
  async function* items(): AsyncGenerator<Item> {
    for await (const page of pages()) yield* page;
  }
  return {
    [Symbol.asyncIterator]: items,
    pages,
    async toArray({ limit }) {
      if (typeof limit !== "number" || Number.isNaN(limit)) throw new TypeError("toArray needs a limit.");
      const all: Item[] = [];
      if (limit <= 0) return all;
      for await (const item of items()) if (all.push(item) >= limit) break;
      return all;
    },
  };
}

/** Where a list with numbered pages stands. */
export interface NumberedPage {
  readonly page_number: number;
  readonly page_size: number;
}

/** What a numbered page says of the whole list. */
export interface PageTotals {
  readonly page_size?: number | undefined;
  readonly total_count?: number | undefined;
}

/** The rule of lists with numbered pages: on until the announced total is read, or a page is empty. */
export function byPageNumber<Input extends NumberedPage, Page, Item>(
  items: (page: Page) => readonly Item[],
  totals: (page: Page) => PageTotals,
): PageRule<Input, Page, Item> {
  return {
    items,
    cursor: (input) => String(input.page_number),
    next(page, input) {
      const read = items(page).length;
      const { page_size, total_count } = totals(page);
      // A server may cap the size that was asked for. Its own word decides where the page began; without one, a short page
      // says only that each page before it held something.
      const before = (input.page_number - 1) * (page_size ?? (read < input.page_size ? 1 : input.page_size));
      if (read === 0 || (total_count !== undefined && before + read >= total_count)) return undefined;
      return { ...input, page_number: input.page_number + 1 };
    },
  };
}
