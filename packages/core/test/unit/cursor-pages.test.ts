import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { byCursor } from "../../src/cursor-pages.js";
import { paginate } from "../../src/pagination.js";

interface Asked {
  readonly filter?: string;
  readonly after?: string | undefined;
  readonly since?: string | undefined;
}

interface Page {
  readonly items: readonly string[];
  readonly next?: { readonly after: string; readonly since: string };
}

const rule = byCursor<Asked, Page, string>(
  (page) => page.items,
  (page) => page.next,
  ["after", "since"],
);

describe("a list whose pages name the next one", () => {
  test("goes on over short and empty pages, and ends where none is named", async () => {
    const pages: Page[] = [
      { items: ["a"], next: { after: "a", since: "1" } },
      { items: [], next: { after: "b", since: "2" } },
      { items: [], next: { after: "c", since: "3" } },
      { items: ["d", "e"] },
    ];
    const read = vi.fn(async ({ after }: Asked): Promise<Page> => {
      const at = after === undefined ? 0 : "abc".indexOf(after) + 1;
      return pages[at] ?? expect.unreachable("behind the end");
    });
    expect(await paginate(read, { filter: "x" }, rule).toArray({ limit: 99 })).toEqual(["a", "d", "e"]);
    expect(read.mock.calls.map(([asked]) => asked)).toEqual([
      { filter: "x" },
      { filter: "x", after: "a", since: "1" },
      { filter: "x", after: "b", since: "2" },
      { filter: "x", after: "c", since: "3" },
    ]);
  });

  test("hands each part of the cursor on as it came", async () => {
    const cursor = { after: "ä+/=&%", since: "2022-04-07T00:30:35.919Z " };
    const asked: Asked[] = [];
    const read = async (one: Asked): Promise<Page> => (
      asked.push(one),
      asked.length === 1 ? { items: [], next: cursor } : { items: [] }
    );
    await paginate(read, {}, rule).toArray({ limit: 9 });
    expect(asked[1]).toEqual(cursor);
  });

  test("tells two cursors apart that look alike when joined", () => {
    expect(rule.cursor({ after: "a,b", since: "c" })).not.toBe(rule.cursor({ after: "a", since: "b,c" }));
    expect(rule.cursor({ after: "a" })).not.toBe(rule.cursor({ since: "a" }));
  });

  test("ends at a cursor that came before, whatever the pages link to: 2,000 graphs", async () => {
    const graph = fc.array(fc.option(fc.tuple(fc.nat(12), fc.nat(2)), { nil: undefined }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(graph, async (links) => {
        const asked: string[] = [];
        const read = async ({ after = "0", since = "0" }: Asked): Promise<Page> => {
          asked.push(`${after} ${since}`);
          const next = links[Number(after)];
          return next === undefined
            ? { items: [after] }
            : { items: [], next: { after: `${next[0]}`, since: `${next[1]}` } };
        };
        await paginate(read, { after: "0", since: "0" }, rule).toArray({ limit: Number.POSITIVE_INFINITY });
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns: 2000 },
    );
  });
});
