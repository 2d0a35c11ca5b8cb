import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type CreateSearchTasksInput, isOutcomeUnknown, type NewSearchTask, type SearchTask } from "../src/index.js";
import { forgeIdvCallback, forgeSearchTaskCallback } from "../src/testing/index.js";
import { connect, failureOf, type Seen } from "./support.js";

const now = 1_700_000_000;
const turn = setImmediate;

/** Moves the clock on until the work is over. */
async function untilOver<T>(work: Promise<T>): Promise<T> {
  let isOver = false;
  const end = (): void => void (isOver = true);
  work.then(end, end);
  while (!isOver) {
    await vi.advanceTimersByTimeAsync(1000);
    await new Promise((resolve) => turn(resolve));
  }
  return await work;
}

// What explains an answer of another shape is loaded when it is first needed, in real time.
beforeAll(async () => {
  const { client } = connect(() => kept({ task_id: 1, report: null }));
  await client.searchTasks.getSummary({ task_id: 1 });
});
beforeEach(() => {
  vi.useFakeTimers({ now: now * 1000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const element = (fields: Partial<NewSearchTask> = {}): NewSearchTask => ({
  search_setting_id: 120,
  target: { type: 1, name: "黃琪" },
  customer_reference: "case-1",
  ...fields,
});
const kept = (fields: Partial<SearchTask> = {}): SearchTask =>
  forgeSearchTaskCallback({
    target: { type: 1, name: "黃琪" },
    customer_reference: "case-1",
    creation_time: now,
    ...fields,
  }).payload;

/** Sends a batch whose answer is lost, and looks it up once among what the vendor kept. */
async function lookUp(input: CreateSearchTasksInput, answer: (seen: Seen) => unknown, settleMs = 0) {
  const { client, seen } = connect((one) => (one.method === "POST" ? new Response("", { status: 502 }) : answer(one)));
  const error = await failureOf(client.searchTasks.create(input));
  if (!isOutcomeUnknown(error)) throw error;
  expect(seen).toHaveLength(1);
  const looking = error.reconcile({ settleMs }).catch((failure: unknown) => failure);
  return { found: await untilOver(looking), seen };
}

/** Answers a listing with those that have the reference asked for. */
const listing =
  (...tasks: SearchTask[]) =>
  ({ target }: Seen) => {
    const reference = new URL(target, "https://x.test").searchParams.get("customer_reference");
    const data = tasks.filter((task) => task.customer_reference === reference);
    return { data, paging: { page_number: 1, page_size: 100, total_count: data.length } };
  };

describe("a lost batch of searches", () => {
  test("was not created when the vendor keeps none of it", async () => {
    const { found, seen } = await lookUp({ tasks: [element()] }, listing());
    expect(found).toEqual({ status: "not_created" });
    expect(seen[1]?.target).toBe("/tasks?page_size=100&page_number=1&customer_reference=case-1");
  });

  test("was created when the vendor keeps it", async () => {
    const { found } = await lookUp({ tasks: [element()] }, listing(kept({ task_id: 9 })));
    expect(found).toEqual({ status: "created", value: [{ task_id: 9, timestamp: now }] });
  });

  test("is looked up until a late commit shows", async () => {
    let late = false;
    setTimeout(() => (late = true), 5000);
    const { found } = await lookUp(
      { tasks: [element()] },
      (seen) => listing(...(late ? [kept({ task_id: 9 })] : []))(seen),
      360_000,
    );
    expect(found).toMatchObject({ status: "created" });
  });

  test("is given in the order of the input", async () => {
    const tasks = [element({ customer_reference: "case-2" }), element()];
    const { found } = await lookUp(
      { tasks },
      listing(kept({ task_id: 9 }), kept({ task_id: 8, customer_reference: "case-2" })),
    );
    expect(found).toMatchObject({ status: "created", value: [{ task_id: 8 }, { task_id: 9 }] });
  });

  test("was created in part when some are missing", async () => {
    const tasks = [element({ customer_reference: "case-2" }), element()];
    const { found } = await lookUp({ tasks }, listing(kept({ task_id: 9 })));
    expect(found).toEqual({ status: "partly_created", value: [undefined, { task_id: 9, timestamp: now }] });
  });

  test("with two equal elements needs two tasks", async () => {
    const tasks = [element(), element()];
    expect((await lookUp({ tasks }, listing(kept({ task_id: 9 }), kept({ task_id: 8 })))).found).toMatchObject({
      status: "created",
      value: [{ task_id: 8 }, { task_id: 9 }],
    });
    expect((await lookUp({ tasks }, listing(kept({ task_id: 9 })))).found).toMatchObject({
      status: "partly_created",
      value: [{ task_id: 9 }, undefined],
    });
  });

  test("is left to a person when more tasks fit than were ordered", async () => {
    const { found } = await lookUp({ tasks: [element()] }, listing(kept({ task_id: 9 }), kept({ task_id: 8 })));
    expect(found).toMatchObject({ code: "duplicate_detected", ids: [9, 8] });
  });

  test("is not taken for an older task, another person's, or a reference that merely resembles", async () => {
    const others = [
      kept({ creation_time: now - 301 }),
      kept({ target: { type: 1, name: "黃瑜" } }),
      kept({ target: { type: 2, name: "黃琪" } }),
    ];
    expect((await lookUp({ tasks: [element()] }, listing(...others))).found).toEqual({ status: "not_created" });
    const loose = () => ({
      data: [kept({ customer_reference: "case-10" })],
      paging: { page_number: 1, page_size: 100, total_count: 1 },
    });
    expect((await lookUp({ tasks: [element()] }, loose)).found).toEqual({ status: "not_created" });
  });

  test("is taken for a task that looks a little older, because clocks differ", async () => {
    const { found } = await lookUp({ tasks: [element()] }, listing(kept({ creation_time: now - 300 })));
    expect(found).toMatchObject({ status: "created" });
  });

  test("is looked for on every page", async () => {
    const page = ({ target }: Seen) => {
      const page_number = Number(new URL(target, "https://x.test").searchParams.get("page_number"));
      const data = [kept(page_number === 2 ? { task_id: 9 } : { creation_time: 1 })];
      return { data, paging: { page_number, page_size: 1, total_count: 3 } };
    };
    const { found, seen } = await lookUp({ tasks: [element()] }, page);
    expect(found).toMatchObject({ status: "created", value: [{ task_id: 9 }] });
    expect(seen).toHaveLength(4);
  });

  test("is one and the same when it moves on to the next page while pages are read", async () => {
    const page = ({ target }: Seen) => {
      const page_number = Number(new URL(target, "https://x.test").searchParams.get("page_number"));
      return { data: [kept({ task_id: 9 })], paging: { page_number, page_size: 1, total_count: 2 } };
    };
    const { found } = await lookUp({ tasks: [element()] }, page);
    expect(found).toMatchObject({ status: "created", value: [{ task_id: 9 }] });
  });

  test("gets a reference of its own when the caller gave none", async () => {
    const { seen } = await lookUp({ tasks: [element({ customer_reference: undefined })] }, listing());
    const customer_reference = (seen[0]?.body as NewSearchTask[] | undefined)?.[0]?.customer_reference;
    expect(customer_reference).toMatch(/^x-[a-z2-9]{16}$/);
    expect(seen[1]?.target).toContain(`customer_reference=${customer_reference}`);
  });
});

describe("a lost search that follows a verification", () => {
  const tasks = [element({ from_idv_id: 12 })];
  const verification = (...dd_tasks: { id: number; creation_timestamp: number }[]) =>
    forgeIdvCallback({
      idv_task_id: 12,
      created_search_task_id: 5,
      dd_tasks: dd_tasks.map((one) => ({ ...one, audit_status: 0 })),
    }).payload;
  const vendor =
    (...dd_tasks: { id: number; creation_timestamp: number; name?: string }[]) =>
    ({ target }: Seen) => {
      if (target === "/idv/12")
        return verification(...dd_tasks.map(({ id, creation_timestamp }) => ({ id, creation_timestamp })));
      const task = dd_tasks.find(({ id }) => target === `/task/${id}/summary`);
      if (task === undefined) return new Response("", { status: 404 });
      const { id, creation_timestamp, name = "黃琪" } = task;
      return kept({
        task_id: id,
        creation_time: creation_timestamp,
        customer_reference: "the verification's",
        target: { type: 1, name },
      });
    };

  test("is found through the verification, whose reference it was given", async () => {
    const { found, seen } = await lookUp({ tasks }, vendor({ id: 9, creation_timestamp: now }));
    expect(found).toEqual({ status: "created", value: [{ task_id: 9, timestamp: now }] });
    expect(seen.map(({ target }) => target)).toEqual(["/task", "/idv/12", "/task/9/summary"]);
  });

  test("is not taken for an older one, another name's, or the one made on acceptance", async () => {
    const others = [
      { id: 3, creation_timestamp: now - 301 },
      { id: 4, creation_timestamp: now, name: "黃瑜" },
      { id: 5, creation_timestamp: now },
    ];
    const { found, seen } = await lookUp({ tasks }, vendor(...others));
    expect(found).toEqual({ status: "not_created" });
    expect(seen.map(({ target }) => target)).toEqual(["/task", "/idv/12", "/task/4/summary"]);
  });

  test("is left to a person when two fit", async () => {
    const { found } = await lookUp(
      { tasks },
      vendor({ id: 9, creation_timestamp: now }, { id: 8, creation_timestamp: now }),
    );
    expect(found).toMatchObject({ code: "duplicate_detected", ids: [9, 8] });
  });
});

describe("a lost decision", () => {
  const wanted = { task_id: 123, accepted: true, comment: "No match." };

  async function decide(task: Partial<SearchTask>) {
    const { client } = connect(({ method }) =>
      method === "POST" ? new Response("", { status: 502 }) : kept({ task_id: 123, ...task }),
    );
    const error = await failureOf(client.searchTasks.setAccepted(wanted));
    if (!isOutcomeUnknown(error)) throw error;
    const looking = error.reconcile();
    await vi.advanceTimersByTimeAsync(0);
    const early = await Promise.race([looking, Promise.resolve("waiting")]);
    return { early, found: await untilOver(looking) };
  }

  test("was recorded when the task shows it", async () => {
    const { found } = await decide({ audit_time: now, report: { accepted: true, comment: "No match." } });
    expect(found).toEqual({ status: "created", value: wanted });
  });

  test.each([
    ["another decision", { accepted: false, comment: "No match." }],
    ["another reason", { accepted: true, comment: "Cleared in the console." }],
    ["no reason", { accepted: true }],
  ])("was not recorded, and never will be, when the task shows %s", async (_name, report) => {
    const { early, found } = await decide({ audit_time: now, report });
    expect(early).toEqual({ status: "not_created" });
    expect(found).toEqual({ status: "not_created" });
  });

  test.each([
    ["null", { audit_time: null, report: { accepted: null } }],
    ["nothing", { audit_time: undefined, report: {} }],
    ["no report", { report: null }],
    ["false at no time", { audit_time: 0, report: { accepted: false, comment: "" } }],
  ])("is waited for while the task shows %s", async (_name, task) => {
    const { early, found } = await decide(task);
    expect(early).toBe("waiting");
    expect(found).toEqual({ status: "not_created" });
  });

  test("that was made before is a conflict", async () => {
    const { client } = connect(() => new Response("", { status: 409 }));
    const error = await failureOf(client.searchTasks.setAccepted(wanted));
    expect(error).toMatchObject({ code: "conflict", status: 409, outcome: "rejected" });
    expect((error as Error).message).toBe(
      "KryptoGO setSearchTaskAccepted: answered 409. The task was decided before, here or in the console. Read its summary to see how.",
    );
  });
});

describe("lost metadata", () => {
  const metadata = [
    { key: "branch", value: "Taipei" },
    { key: "tier", value: "2" },
  ];

  test.each<[string, SearchTask["metadata"], unknown]>([
    [
      "were written when all are kept",
      [{ key: "old", value: "1" }, ...metadata],
      { status: "created", value: { code: 0 } },
    ],
    ["were not when one is missing", metadata.slice(1), { status: "not_created" }],
    [
      "were not when one has another value",
      [...metadata.slice(1), { key: "branch", value: "Tainan" }],
      { status: "not_created" },
    ],
    ["were not when none are kept", null, { status: "not_created" }],
  ])("%s", async (_name, there, result) => {
    const { client } = connect(({ method }) =>
      method === "PUT" ? new Response("", { status: 502 }) : kept({ metadata: there }),
    );
    const error = await failureOf(client.searchTasks.setMetadata({ task_id: 123, metadata }));
    if (!isOutcomeUnknown(error)) throw error;
    expect(await error.reconcile({ settleMs: 0 })).toEqual(result);
  });
});

test("a lost verification cannot be looked up, and says so", async () => {
  const { client } = connect(() => new Response("", { status: 502 }));
  const error = await failureOf(client.idv.initWebSumsub({ customer_reference: "case-1" }));
  expect(isOutcomeUnknown(error) && error.canReconcile).toBe(false);
});
