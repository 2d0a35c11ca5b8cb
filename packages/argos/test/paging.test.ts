import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ArgosClient, sendWithFetch } from "../src/index.js";
import { FakeArgos, fakeArgosKey } from "../src/testing/index.js";
import { connect } from "./support.js";

describe("paging", () => {
  test("echoes both parts of the key byte for byte, with the same filters", async () => {
    const keys = [
      { id: "evcka62mes3ugzb_mg", created_at: "2022-04-07T00:30:35.919Z" },
      { id: "gt7rcxx9l1o*****", created_at: " 2020-07-24 06:46+00/ü&= " },
    ];
    const { client, seen } = connect(({ target }) => {
      const at = new URL(target, "https://x.test").searchParams.get("nextpage_id");
      const next = keys[at === null ? 0 : keys.findIndex((one) => one.id === at) + 1];
      return { Items: [], ...(next === undefined ? {} : { nextpageKey: next }) };
    });
    await client.submissions.listByUserId({ userid: "user-7", count: 2 }).toArray({ limit: 9 });
    expect(seen.map(({ target }) => Object.fromEntries(new URL(target, "https://x.test").searchParams))).toEqual([
      { userid: "user-7", count: "2" },
      { userid: "user-7", count: "2", nextpage_id: keys[0]?.id, nextpage_date: keys[0]?.created_at },
      { userid: "user-7", count: "2", nextpage_id: keys[1]?.id, nextpage_date: keys[1]?.created_at },
    ]);
  });

  test("takes no answer but an empty one for an empty list", async () => {
    expect(
      await connect(() => ({}))
        .client.submissions.listAll()
        .toArray({ limit: 9 }),
    ).toEqual([]);
    expect(await connect(() => ({})).client.submissions.get({ submission_id: "a" })).toBeNull();
    expect(await connect(() => ({ Items: [] })).client.submissions.get({ submission_id: "a" })).toBeNull();
    await expect(connect(() => ({ error: "x" })).client.submissions.get({ submission_id: "a" })).rejects.toThrow();
  });

  test("refuses half a key", async () => {
    const { client, seen } = connect(() => ({}));
    await expect(client.submissions.list({ nextpage_id: "a" })).rejects.toThrow(
      "nextpage_id and nextpage_date together",
    );
    expect(seen).toEqual([]);
  });

  test("ends on every one of 2,000 page graphs, and reads no page twice", async () => {
    const graph = fc.array(
      fc.record({ next: fc.option(fc.tuple(fc.nat(9), fc.nat(2)), { nil: undefined }), items: fc.nat(3) }),
      { minLength: 1, maxLength: 10 },
    );
    let loops = 0;
    await fc.assert(
      fc.asyncProperty(graph, async (pages) => {
        const asked: string[] = [];
        const { client } = connect(({ target }) => {
          asked.push(target);
          if (asked.length > 100) {
            loops++;
            return { Items: [] };
          }
          const page = pages[Number(new URL(target, "https://x.test").searchParams.get("nextpage_id") ?? 0)];
          const [id, created_at] = page?.next ?? [];
          const Items = Array.from({ length: page?.items ?? 0 }, (_, n) => ({ submission_id: `${n}` }));
          return { Items, ...(id === undefined ? {} : { nextpageKey: { id: `${id}`, created_at: `${created_at}` } }) };
        });
        await client.submissions.listAll().toArray({ limit: Number.POSITIVE_INFINITY });
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns: 2000 },
    );
    expect(loops).toBe(0);
  });
});

describe("the fake's pages", () => {
  const fill = (fake: FakeArgos, count: number): void => {
    for (let n = 0; n < count; n++)
      fake.put({
        submission_id: `id${n}`,
        created_at: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
        userid: `user-${n % 300}`,
        kyc: { result: n % 3 === 0 ? "approved" : "rejected" },
      });
  };
  const connected = (fake: FakeArgos): ArgosClient =>
    new ArgosClient({ baseUrl: "https://argos.test", apiKey: fakeArgosKey, fetch: fake.fetch, send: sendWithFetch });

  test("come short and empty in the middle, and nothing is missed", async () => {
    const fake = new FakeArgos();
    fill(fake, 1000);
    const sizes: number[] = [];
    const ids: string[] = [];
    for await (const page of connected(fake).submissions.listByUserId({ userid: "user-7", count: 50 }).pages()) {
      sizes.push(page.length);
      ids.push(...page.map((one) => one.submission_id));
    }
    expect(ids).toEqual(["id7", "id307", "id607", "id907"]);
    expect(sizes.filter((size) => size === 0).length).toBeGreaterThan(10);
    // DynamoDB names a next page after a full last one.
    expect(sizes).toHaveLength(21);
  });

  test("100,000 submissions are read with flat memory", { timeout: 60_000 }, async () => {
    const fake = new FakeArgos();
    fill(fake, 100_000);
    const { gc } = globalThis as { gc?: () => void };
    const used = (): number => {
      gc?.();
      return process.memoryUsage().heapUsed;
    };
    const heap: number[] = [];
    let count = 0;
    // The fake keeps a line for each request; one in place of the client's own would be held anyway.
    for await (const page of connected(fake).submissions.listAll({ count: 500 }).pages()) {
      count += page.length;
      if (count % 10_000 < page.length) {
        await new Promise((resolve) => setImmediate(resolve));
        heap.push(used());
      }
    }
    expect(count).toBe(100_000);
    const growth = (heap.at(-1) ?? 0) - (heap[0] ?? 0);
    console.log(
      `100,000 submissions: heap ${gc === undefined ? "without gc " : ""}grew by ${(growth / 1e6).toFixed(1)} MB`,
    );
    expect(growth).toBeLessThan((gc === undefined ? 64 : 10) * 1024 * 1024);
  });
});
