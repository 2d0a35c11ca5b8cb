import { describe, expect, test } from "vitest";
import { ArgosClient, sendWithFetch } from "../src/index.js";
import { FakeArgos, fakeArgosKey } from "../src/testing/index.js";
import { connect } from "./support.js";

const argosOf = (fake: FakeArgos, encryption = false): ArgosClient =>
  new ArgosClient({
    baseUrl: "https://argos.test",
    apiKey: fakeArgosKey,
    fetch: fake.fetch,
    send: sendWithFetch,
    encryption,
  });

describe.each([false, true])("with encryption %s", (encryption) => {
  test("tokens are added, read, counted, listed page by page and removed", async () => {
    const argos = argosOf(new FakeArgos({ encryption }), encryption);
    const ids = Array.from({ length: 10_450 }, (_, n) => `token-${String(n).padStart(5, "0")}`);
    for (let at = 0; at < ids.length; at += 500) await argos.tokens.add({ tokenId: ids.slice(at, at + 500) });
    expect(await argos.tokens.count()).toEqual({ count: 10_450 });
    const sizes: number[] = [];
    for await (const page of argos.tokens.listAll().pages()) sizes.push(page.length);
    expect(sizes).toEqual([10_000, 450]);
    expect((await argos.tokens.listAll().toArray({ limit: 20_000 })).map(({ tokenId }) => tokenId)).toEqual(ids);
    expect((await argos.tokens.get({ tokenId: "token-00007" })).tokenId).toBe("token-00007");
    await argos.tokens.delete({ tokenId: ids.slice(0, 450) });
    expect(await argos.tokens.count()).toEqual({ count: 10_000 });
  });

  test("projections are made, listed, and ten at most", async () => {
    const argos = argosOf(new FakeArgos({ encryption }), encryption);
    for (let n = 0; n < 10; n++)
      await argos.projections.create({ name: `hide_${n}`, mode: "exclude", fields: ["full_name"] });
    const { items } = await argos.projections.list();
    expect(items.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, n) => `hide_${n}`));
    await expect(
      argos.projections.create({ name: "one_more", mode: "exclude", fields: ["gender"] }),
    ).rejects.toMatchObject({ code: "conflict", status: 409, outcome: "rejected" });
  });

  test("a fake that drifts is noticed: new fields and values, missing fields, other types", async () => {
    const fake = new FakeArgos({ encryption });
    const drift: string[] = [];
    const argos = new ArgosClient({
      baseUrl: "https://argos.test",
      apiKey: fakeArgosKey,
      fetch: fake.fetch,
      send: sendWithFetch,
      encryption,
      hooks: { onDrift: ({ operation, path }) => drift.push(`${operation} ${path}`) },
    });
    fake.open({ userid: "user-7", full_name: "A PERSON" });
    for (const fault of ["new-field", "new-enum", "wrong-type"] as const) {
      fake.fail("listSubmissions", fault);
      await argos.submissions.list({ userid: "user-7" }).catch(() => undefined);
    }
    await argos.projections.create({ name: "hide", mode: "exclude", fields: ["gender"] });
    fake.fail("listProjections", "missing-field");
    await argos.projections.list().catch(() => undefined);
    expect(fake.requests.map(({ fault }) => fault).filter(Boolean)).toHaveLength(4);
    expect(drift.length).toBeGreaterThanOrEqual(2);
  });
});

describe("where the documents are silent", () => {
  test.each([
    [{ success: true, data: [{ tokenId: "token-0001" }] }],
    [{ success: true, tokens: [{ tokenId: "token-0001" }] }],
    [{ Items: [{ tokenId: "token-0001" }] }],
    [{ items: [{ tokenId: "token-0001" }] }],
  ])("a list is taken from %j", async (answer) => {
    const { client } = connect(() => answer);
    expect((await client.tokens.list()).items).toEqual([{ tokenId: "token-0001" }]);
  });

  test.each([
    [{ count: 3 }],
    [{ success: true, data: { count: 3 } }],
    [{ summary: { currentCount: 3 } }],
    [{ totalCount: 3 }],
  ])("a count is taken from %j", async (answer) => {
    expect(await connect(() => answer).client.tokens.count()).toEqual({ count: 3 });
  });

  test("an answer without a count is no count of nothing", async () => {
    await expect(connect(() => ({ success: true })).client.tokens.count()).rejects.toMatchObject({
      code: expect.any(String),
    });
  });

  test("half a page key, a wrong name and an empty list of fields are refused before anything is sent", async () => {
    const { client, seen } = connect(() => ({}));
    await expect(client.tokens.list({ nextPageKeyId: "token-0001" })).rejects.toThrow("together");
    const projection = { name: "No Names", mode: "exclude", fields: [] } as const;
    await expect(client.projections.create({ ...projection, fields: [] })).rejects.toThrow(/name.*fields/s);
    expect(seen).toEqual([]);
  });
});
