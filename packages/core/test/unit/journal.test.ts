import { createHash } from "node:crypto";
import { mkdtemp, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import {
  type AnyEndpoint,
  createJournal,
  type Found,
  isReconcilable,
  type Journal,
  type JournalEntry,
  keyTransport,
  MemoryJournal,
} from "../../src/index.js";
import { FileJournal } from "../../src/node/index.js";
import { contract } from "./contract.js";

const order = contract({
  name: "orderThing",
  method: "POST",
  path: "/orders",
  effect: "create",
  cost: "billed",
  creates: "id",
  reference: ({ reference }: { reference?: string }) => reference,
} as Partial<AnyEndpoint>);

async function called(
  journal: Journal,
  answer: () => Response,
  endpoint: AnyEndpoint = order,
  onHookError: (error: unknown) => void = () => undefined,
): Promise<unknown> {
  const transport = keyTransport(
    { vendor: "vendor", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) },
    {
      baseUrl: "https://vendor.test",
      apiKey: "secret-key",
      journal,
      hooks: { onHookError },
      send: async () => answer(),
    },
  );
  const input = { reference: "case-1", person: "Zoë Quartermain" };
  return await transport.request(endpoint as never, input as never).catch((error: unknown) => error);
}

describe("an entry", () => {
  test("says what was done, with the digest of the answer, and names no person and no key", async () => {
    const journal = new MemoryJournal();
    const answer = '{"id":7,"name":"Zoë Quartermain"}';
    await called(journal, () => new Response(answer));
    expect(journal.entries).toEqual([
      {
        kind: "call",
        vendor: "vendor",
        operation: "orderThing",
        effect: "create",
        cost: "billed",
        references: ["case-1"],
        outcome: "done",
        ids: [7],
        attempts: 1,
        startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        elapsedMs: expect.any(Number),
        digest: createHash("sha256").update(answer).digest("hex"),
      },
    ]);
    expect(JSON.stringify(journal.entries)).not.toMatch(/Quartermain|secret-key/);
  });

  test("is kept of failures and of free reads as well", async () => {
    const journal = new MemoryJournal();
    await called(journal, () => Response.json({}, { status: 404 }), contract({ path: "/things" }));
    expect(journal.entries).toMatchObject([
      { operation: "getThing", cost: "free", outcome: "rejected", code: "not_found", references: [], ids: [] },
    ]);
  });

  test("is kept of what was created and cannot be read, with the id", async () => {
    const journal = new MemoryJournal();
    await called(journal, () => new Response('{"id":7,'));
    expect(journal.entries).toMatchObject([{ outcome: "created_unreadable", ids: [7], code: "truncated_body" }]);
  });

  test.each<[Found<unknown>, string, readonly number[]]>([
    [{ kind: "one", value: { id: 7 } }, "created", [7]],
    [{ kind: "never" }, "not_created", []],
    [{ kind: "several", ids: [7, 8] }, "several", [7, 8]],
  ])("is kept of a look-up that found %o", async (found, outcome, ids) => {
    const journal = new MemoryJournal();
    const lost = contract({ ...order, lookup: { find: async () => found as Found<never> } });
    const error = await called(
      journal,
      () => {
        throw Object.assign(new TypeError("x"), { code: "ECONNRESET" });
      },
      lost,
    );
    if (!isReconcilable(error)) throw error;
    await error.reconcile().catch(() => undefined);
    expect(journal.entries).toMatchObject([
      { kind: "call", outcome: "unknown", code: "outcome_unknown" },
      { kind: "reconcile", outcome, ids },
    ]);
    expect(journal.entries[0]).not.toHaveProperty("digest");
  });
});

test("a journal that fails, at once or later, does not make a call fail; the hook hears of it", async () => {
  const heard: unknown[] = [];
  const throws = (): never => {
    throw new Error("full");
  };
  for (const append of [throws, async () => await Promise.reject(new Error("full"))])
    expect(
      await called(
        createJournal(append),
        () => Response.json({ id: 7 }),
        order,
        (error) => heard.push(error),
      ),
    ).toEqual({
      id: 7,
    });
  expect(heard).toEqual([new Error("full"), new Error("full")]);
});

test("the memory journal keeps the latest entries", () => {
  const journal = new MemoryJournal(2);
  for (const attempts of [1, 2, 3]) journal.append({ attempts } as JournalEntry);
  expect(journal.entries.map(({ attempts }) => attempts)).toEqual([2, 3]);
});

describe("the file journal", () => {
  let folder: string | undefined;
  const path = async (): Promise<string> => join((folder = await mkdtemp(join(tmpdir(), "journal-"))), "calls.jsonl");
  afterEach(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  test("adds a line for each call, in order, readable by its owner alone", async () => {
    const at = await path();
    const journal = new FileJournal(at, { sync: true });
    await Promise.all([1, 2, 3].map(async (attempts) => await journal.append({ attempts } as JournalEntry)));
    await journal.close();
    expect(await readFile(at, "utf8")).toBe('{"attempts":1}\n{"attempts":2}\n{"attempts":3}\n');
    expect((await stat(at)).mode & 0o777).toBe(0o600);
    const next = new FileJournal(at);
    await next.append({ attempts: 4 } as JournalEntry);
    await next.close();
    expect((await readFile(at, "utf8")).split("\n")).toHaveLength(5);
  });

  test("begins a new file after it was moved away and closed", async () => {
    const at = await path();
    const journal = new FileJournal(at);
    await journal.append({ attempts: 1 } as JournalEntry);
    await rename(at, `${at}.1`);
    await journal.close();
    await journal.append({ attempts: 2 } as JournalEntry);
    await journal.close();
    expect(await readFile(at, "utf8")).toBe('{"attempts":2}\n');
  });

  test("fails an entry that cannot be written, and goes on with the next", async () => {
    const at = await path();
    const journal = new FileJournal(join(at, "nowhere"));
    await expect(journal.append({} as JournalEntry)).rejects.toMatchObject({ code: "ENOENT" });
    await expect(journal.append({} as JournalEntry)).rejects.toMatchObject({ code: "ENOENT" });
  });
});
