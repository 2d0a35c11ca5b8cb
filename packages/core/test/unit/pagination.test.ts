import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { byPageNumber, type PageRule, paginate } from "../../src/pagination.js";

interface Asked {
  readonly page_number: number;
  readonly page_size: number;
}
interface Page {
  readonly data: readonly number[];
  readonly page_size?: number | undefined;
  readonly total_count?: number | undefined;
}
const rule = byPageNumber<Asked, Page, number>(
  (page) => page.data,
  (page) => page,
);

interface ListServer {
  /** Items that it has. */
  readonly items: number;
  /** Most items that it gives at once. */
  readonly cap?: number;
  /** Whether it says how many items there are. */
  readonly total?: boolean;
  /** Whether it says which page size it used. */
  readonly size?: boolean;
}

/** A server with numbered items, and the pages that it was asked for. */
function serverOf({ items, cap = Number.POSITIVE_INFINITY, total = true, size = true }: ListServer) {
  const asked: number[] = [];
  const all = Array.from({ length: items }, (_, n) => n);
  const read = async ({ page_number, page_size }: Asked): Promise<Page> => {
    asked.push(page_number);
    const used = Math.min(cap, page_size);
    const data = all.slice((page_number - 1) * used, page_number * used);
    return { data, ...(size ? { page_size: used } : {}), ...(total ? { total_count: items } : {}) };
  };
  return {
    asked,
    all,
    read,
    list: (page_size: number, page_number = 1) => paginate(read, { page_number, page_size }, rule),
  };
}

describe("a list with numbered pages", () => {
  test("ends when the announced total is read, without a look at the page behind it", async () => {
    const server = serverOf({ items: 6 });
    expect(await server.list(3).toArray({ limit: 100 })).toEqual([0, 1, 2, 3, 4, 5]);
    expect(server.asked).toEqual([1, 2]);
  });

  test("ends at an empty page when no total is announced", async () => {
    const server = serverOf({ items: 6, total: false });
    expect(await server.list(3).toArray({ limit: 100 })).toEqual([0, 1, 2, 3, 4, 5]);
    expect(server.asked).toEqual([1, 2, 3]);
  });

  test("ends at an empty page though more was announced", async () => {
    const read = vi.fn(async ({ page_number }: Asked): Promise<Page> => ({
      data: page_number === 1 ? [1] : [],
      total_count: 50,
    }));
    expect(await paginate(read, { page_number: 1, page_size: 1 }, rule).toArray({ limit: 100 })).toEqual([1]);
    expect(read).toHaveBeenCalledTimes(2);
  });

  test("may be empty", async () => {
    const server = serverOf({ items: 0 });
    expect(await server.list(10).toArray({ limit: 100 })).toEqual([]);
    expect(server.asked).toEqual([1]);
  });

  test("is read whole when the server caps the page size that was asked for", async () => {
    const server = serverOf({ items: 12, cap: 5 });
    expect(await server.list(10).toArray({ limit: 100 })).toEqual(server.all);
    expect(server.asked).toEqual([1, 2, 3]);
  });

  test("is read whole when the server caps the page size and does not say so", async () => {
    const server = serverOf({ items: 12, cap: 5, size: false });
    expect(await server.list(10).toArray({ limit: 100 })).toEqual(server.all);
  });

  test("is resumed at any page", async () => {
    const server = serverOf({ items: 7 });
    expect(await server.list(3, 2).toArray({ limit: 100 })).toEqual([3, 4, 5, 6]);
    expect(server.asked).toEqual([2, 3]);
  });

  test("keeps the rest of what was asked on every page", async () => {
    const asked: unknown[] = [];
    const read = async (input: Asked & { reference: string }): Promise<Page> => {
      asked.push(input);
      return { data: [1], total_count: 2, page_size: 1 };
    };
    await paginate(read, { page_number: 1, page_size: 1, reference: "case-1" }, rule as never).toArray({ limit: 9 });
    expect(asked).toEqual([
      { page_number: 1, page_size: 1, reference: "case-1" },
      { page_number: 2, page_size: 1, reference: "case-1" },
    ]);
  });
});

describe("toArray", () => {
  test.each([
    [0, [], []],
    [-1, [], []],
    [1, [0], [1]],
    [2, [0, 1], [1]],
    [3, [0, 1, 2], [1]],
    [4, [0, 1, 2, 3], [1, 2]],
    [6, [0, 1, 2, 3, 4, 5], [1, 2]],
    [7, [0, 1, 2, 3, 4, 5, 6], [1, 2, 3]],
  ])("with the limit %i reads no page more than it needs", async (limit, items, asked) => {
    const server = serverOf({ items: 9 });
    expect(await server.list(3).toArray({ limit })).toEqual(items);
    expect(server.asked).toEqual(asked);
  });

  test("without an end in sight needs a limit: a list may be as long as the vendor's history", async () => {
    const server = serverOf({ items: 9 });
    await expect(server.list(3).toArray({} as { limit: number })).rejects.toThrow("toArray needs a limit.");
    await expect(server.list(3).toArray({ limit: Number.NaN })).rejects.toThrow("toArray needs a limit.");
    expect(server.asked).toEqual([]);
  });

  test("reads to the end when that is said", async () => {
    expect(await serverOf({ items: 9 }).list(3).toArray({ limit: Number.POSITIVE_INFINITY })).toHaveLength(9);
  });
});

describe("reading on demand", () => {
  test("asks for nothing before it is iterated", () => {
    const server = serverOf({ items: 9 });
    server.list(3);
    server.list(3).pages();
    expect(server.asked).toEqual([]);
  });

  test("ends with an early break", async () => {
    const server = serverOf({ items: 9 });
    for await (const item of server.list(3)) if (item === 4) break;
    expect(server.asked).toEqual([1, 2]);
  });

  test("goes page by page as well", async () => {
    const server = serverOf({ items: 5 });
    const pages: (readonly number[])[] = [];
    for await (const page of server.list(2).pages()) pages.push(page);
    expect(pages).toEqual([[0, 1], [2, 3], [4]]);
  });

  test("ends with an early break between pages", async () => {
    const server = serverOf({ items: 9 });
    for await (const page of server.list(3).pages()) if (page.length === 3) break;
    expect(server.asked).toEqual([1]);
  });

  test("begins anew with each iteration", async () => {
    const server = serverOf({ items: 2 });
    const list = server.list(2);
    expect([await list.toArray({ limit: 9 }), await list.toArray({ limit: 9 })]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test("hands a failure on and asks for nothing after it", async () => {
    const read = vi.fn(async ({ page_number }: Asked): Promise<Page> => {
      if (page_number === 2) throw new Error("refused");
      return { data: [1] };
    });
    const seen: number[] = [];
    const reading = (async () => {
      for await (const item of paginate(read, { page_number: 1, page_size: 1 }, rule)) seen.push(item);
    })();
    await expect(reading).rejects.toThrow("refused");
    expect(seen).toEqual([1]);
    expect(read).toHaveBeenCalledTimes(2);
  });
});

describe("a list that turns in a circle", () => {
  const linked: PageRule<string, { items: readonly string[]; next?: string | undefined }, string> = {
    items: (page) => page.items,
    next: (page) => page.next,
    cursor: (input) => input,
  };

  test("stops at a cursor that came before", async () => {
    const read = vi.fn(async (at: string) => ({ items: [at], next: at === "a" ? "b" : "a" }));
    expect(await paginate(read, "a", linked).toArray({ limit: 100 })).toEqual(["a", "b"]);
    expect(read).toHaveBeenCalledTimes(2);
  });

  test("stops at a page that names itself", async () => {
    const read = vi.fn(async (at: string) => ({ items: [at], next: at }));
    expect(await paginate(read, "a", linked).toArray({ limit: 100 })).toEqual(["a"]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  test("is left whatever its pages link to, and no page is read twice", async () => {
    const graph = fc.array(fc.option(fc.nat(20), { nil: undefined }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(graph, async (links) => {
        const asked: string[] = [];
        const read = async (at: string) => {
          asked.push(at);
          const next = links[Number(at)];
          return { items: [at], next: next === undefined ? undefined : String(next) };
        };
        const items = await paginate(read, "0", linked).toArray({ limit: 1000 });
        expect(new Set(asked).size).toBe(asked.length);
        expect(items).toEqual(asked);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("against any sound server", () => {
  test("each item comes once, in order, and the list ends", async () => {
    const server = fc.record({
      items: fc.nat(60),
      cap: fc.integer({ min: 1, max: 20 }),
      total: fc.boolean(),
      size: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(server, fc.integer({ min: 1, max: 25 }), async (facts, pageSize) => {
        const { all, asked, list } = serverOf(facts);
        expect(await list(pageSize).toArray({ limit: Number.POSITIVE_INFINITY })).toEqual(all);
        // One page behind the last at most.
        expect(asked.length).toBeLessThanOrEqual(Math.ceil(facts.items / Math.min(facts.cap, pageSize)) + 1);
      }),
      { numRuns: 2000 },
    );
  });

  test("a limit cuts it and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(40), fc.integer({ min: 1, max: 10 }), fc.nat(50), async (items, pageSize, limit) => {
        const { all, asked, list } = serverOf({ items });
        expect(await list(pageSize).toArray({ limit })).toEqual(all.slice(0, limit));
        expect(asked.length).toBeLessThanOrEqual(
          Math.max(limit === 0 ? 0 : 1, Math.ceil(Math.min(limit, items) / pageSize)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("a server that answers behind its end with the last page again does not make it endless", async () => {
    const read = vi.fn(async (): Promise<Page> => ({ data: [1, 2], total_count: 12 }));
    await paginate(read, { page_number: 1, page_size: 5 }, rule).toArray({ limit: Number.POSITIVE_INFINITY });
    expect(read.mock.calls.length).toBeLessThanOrEqual(12);
  });
});

describe("memory", () => {
  test("holds one page, however long the list is", async () => {
    const pages: WeakRef<readonly number[]>[] = [];
    const read = async ({ page_number }: Asked): Promise<Page> => {
      const data = Array.from({ length: 1000 }, (_, n) => page_number * 1000 + n);
      pages.push(new WeakRef(data));
      return { data, page_size: 1000, total_count: 200_000 };
    };
    const heap: number[] = [];
    let count = 0;
    for await (const item of paginate(read, { page_number: 1, page_size: 1000 }, rule)) {
      if (item % 1000 === 0) {
        // A weak reference is kept until the turn ends.
        await new Promise((resolve) => setImmediate(resolve));
        heap.push(process.memoryUsage().heapUsed);
      }
      count++;
    }
    expect(count).toBe(200_000);
    expect(pages).toHaveLength(200);
    expect(heap).toHaveLength(200);
    expect(Math.max(...heap) - Math.min(...heap)).toBeLessThan(64 * 1024 * 1024);
  });
});
