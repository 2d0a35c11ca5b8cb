import { setupServer } from "msw/node";
import { describe, expect, test } from "vitest";
import { fakeFaults, ManualClock } from "@x/core/testing";
import { mswHandlers } from "@x/core/testing/msw";
import { KryptogoClient } from "../src/client.js";
import { isApiError, isOutcomeUnknown, isSdkError } from "@x/core";
import { parseKryptogoCallback } from "../src/callbacks/index.js";
import { FakeKryptogo } from "../src/testing/fake/fakeKryptogo.js";
import type { FakeKryptogoOptions } from "../src/testing/fake/options.js";
import { fixtures } from "../src/testing/fixtures/index.js";

const hook = "https://hooks.test/a-secret";

function start(options: FakeKryptogoOptions = {}) {
  const clock = new ManualClock();
  const delivered: ReturnType<typeof parseKryptogoCallback>[] = [];
  const deliver = async (_url: string, body: string): Promise<number> => {
    delivered.push(parseKryptogoCallback(body));
    return 200;
  };
  const fake = new FakeKryptogo({ clock, deliver, ...options });
  const kryptogo = new KryptogoClient({
    baseUrl: "https://kryptogo.test",
    apiKey: "test-token",
    fetch: fake.fetch,
    timeout: 2000,
  });
  return { clock, delivered, fake, kryptogo };
}

const search = (name = "Jane Example") => ({
  tasks: [
    { search_setting_id: 1, target: { type: 1 as const, name }, callback_url: hook, customer_reference: "case-1" },
  ],
});
const pictures = { id_image: fixtures.createIdvTask.input.id_image, face_image: fixtures.createIdvTask.input.id_image };
const identity = {
  country: "TWN",
  id_type: "PASSPORT" as const,
  ...pictures,
  callback_url: hook,
  customer_reference: "case-1",
};
const failure = async (call: Promise<unknown>) =>
  await call.then(
    () => expect.unreachable("succeeded"),
    (error: unknown) => error,
  );

describe("a search", () => {
  test("moves on with time, and calls back when it is done and when it is decided", async () => {
    const { clock, delivered, fake, kryptogo } = start();
    const [created] = await kryptogo.searchTasks.create(search());
    const task_id = created?.task_id ?? 0;
    const progress = async () => (await kryptogo.searchTasks.getSummary({ task_id })).progress;
    expect(await progress()).toBe(null);
    await clock.advance(200);
    expect(await progress()).toBe(50);
    await clock.advance(200);
    expect(await progress()).toBe(100);
    await kryptogo.searchTasks.setAccepted({ task_id, accepted: true, comment: "fine" });
    await fake.idle();
    expect(delivered.map(({ kind, subject }) => [kind, subject])).toEqual([
      ["search_task", `search_task:${task_id}`],
      ["search_task", `search_task:${task_id}`],
    ]);
    expect(delivered.map((one) => one.kind === "search_task" && one.payload.report?.accepted)).toEqual([null, true]);
  });

  test("that was decided in the console refuses another decision with 409", async () => {
    const { clock, fake, kryptogo } = start();
    const [created] = await kryptogo.searchTasks.create(search());
    const task_id = created?.task_id ?? 0;
    await clock.advance(400);
    fake.decide(task_id, false, "by a person");
    const error = await failure(kryptogo.searchTasks.setAccepted({ task_id, accepted: true, comment: "x" }));
    expect(isApiError(error) && [error.status, error.outcome, error.vendorCode]).toEqual([409, "rejected", 40_900]);
  });

  test("shows its metadata as a list in the summary and as an object in the detail", async () => {
    const { kryptogo } = start();
    const [created] = await kryptogo.searchTasks.create(search());
    const task_id = created?.task_id ?? 0;
    await kryptogo.searchTasks.setMetadata({ task_id, metadata: [{ key: "desk", value: "3" }] });
    expect((await kryptogo.searchTasks.getSummary({ task_id })).metadata).toEqual([{ key: "desk", value: "3" }]);
    expect((await kryptogo.searchTasks.getDetail({ task_id })).metadata).toEqual({ desk: "3" });
  });

  test("is listed page by page, also of one reference alone", async () => {
    const { kryptogo } = start();
    for (let n = 0; n < 5; n++) await kryptogo.searchTasks.create(search(`Person ${n}`));
    const page = await kryptogo.searchTasks.list({ page_size: 2, page_number: 3 });
    expect([page.data.length, page.paging]).toEqual([1, { page_number: 3, page_size: 2, total_count: 5 }]);
    expect(
      await kryptogo.searchTasks.listAll({ page_size: 2, customer_reference: "case-1" }).toArray({ limit: 99 }),
    ).toHaveLength(5);
    expect(await kryptogo.searchTasks.listAll({ customer_reference: "another" }).toArray({ limit: 99 })).toEqual([]);
  });
});

describe("a verification", () => {
  test("is accepted by itself and starts the search that was asked for", async () => {
    const { clock, delivered, fake, kryptogo } = start();
    const created = await kryptogo.idv.create({
      ...identity,
      auto_create_dd_task: true,
      dd_task_search_setting_id: 7,
      dd_task_callback_url: hook,
    });
    expect((await kryptogo.idv.get({ idv_id: created.idv_task_id })).state).toBe(3);
    await clock.advance(2000);
    await fake.idle();
    const idv = await kryptogo.idv.get({ idv_id: created.idv_task_id });
    expect([idv.state, idv.audit_status, idv.dd_tasks?.length]).toEqual([0, "Pending", 1]);
    expect(idv.created_search_task_id).toBe(idv.dd_tasks?.[0]?.id);
    expect(delivered.map(({ kind }) => kind)).toEqual(["idv", "search_task"]);
  });

  test("goes to review, and a person's decision calls back a second time", async () => {
    const { clock, delivered, fake, kryptogo } = start();
    const created = await kryptogo.idv.create({ ...identity, expected_name: "REVIEW ME" });
    await clock.advance(600);
    fake.audit(created.idv_task_id, "Accepted");
    await fake.idle();
    expect(delivered.map((one) => one.kind === "idv" && [one.payload.state, one.payload.audit_status])).toEqual([
      [1, "Pending"],
      [1, "Accepted"],
    ]);
  });

  test("that its user never began ends as not done", async () => {
    const { delivered, fake, kryptogo } = start();
    const opened = await kryptogo.idv.initWeb({
      id_type: "ID_CARD",
      workflow_id: 200,
      country: "TWN",
      customer_reference: "c",
      callback_url: hook,
    });
    fake.abandon(opened.idv_task_id);
    await fake.idle();
    expect(delivered.map((one) => one.kind === "idv" && [one.payload.state, one.payload.reject_reasons])).toEqual([
      [4, [{ code: 702, description: "No ID Uploaded" }]],
    ]);
  });

  test("takes points when the user uploads, and no link is opened at 500 points", async () => {
    const { fake, kryptogo } = start({ points: 600 });
    const input = { workflow_id: 3 as const, country: "TWN" };
    const opened = await kryptogo.idv.initMobile(input);
    expect([fake.points, fake.billed.length]).toEqual([600, 0]);
    fake.submit(opened.idv_task_id);
    expect([fake.points, fake.billed.length]).toEqual([500, 1]);
    const error = await failure(kryptogo.idv.initMobile(input));
    expect(isApiError(error) && error.status).toBe(400);
  });
});

describe("faults", () => {
  test.each(Object.keys(fakeFaults) as (keyof typeof fakeFaults)[])(
    "%s: a billed create is done once at most, and fails as an SdkError if it fails",
    async (fault) => {
      const { clock, fake, kryptogo } = start();
      fake.fail("createSearchTasks", fault);
      const options = { timeout: 300 };
      const call = kryptogo.searchTasks.create(search(), options);
      const settled = call.then(
        () => "done",
        (error: unknown) => (isSdkError(error) ? error.outcome : "not ours"),
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
      await clock.advance(1000);
      const outcome = await settled;
      // A commit that is late reads its request first.
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(["done", "rejected", "unknown", "created_unreadable"]).toContain(outcome);
      expect(fake.billed.length).toBe(
        ["done", "created_unreadable"].includes(outcome) || /commit|stall/.test(fault) ? 1 : 0,
      );
    },
  );

  test("callbacks come twice, late or never", async () => {
    const { clock, delivered, fake, kryptogo } = start();
    fake.failCallbacks("duplicate-callback");
    fake.failCallbacks("lost-callback");
    fake.failCallbacks("late-callback");
    for (let n = 0; n < 3; n++) {
      await kryptogo.searchTasks.create(search());
      await clock.advance(400);
    }
    await fake.idle();
    expect(delivered).toHaveLength(2);
    await clock.advance(5000);
    await fake.idle();
    expect(delivered).toHaveLength(3);
    expect(fake.callbacks.map(({ status }) => status)).toEqual([200, 200, 0, 200]);
  });
});

test("it stands behind msw as well", async () => {
  const fake = new FakeKryptogo();
  const server = setupServer(...mswHandlers("https://kryptogo.test", fake.answer));
  const kryptogo = new KryptogoClient({ baseUrl: "https://kryptogo.test", apiKey: "test-token" });
  // After the client was built: fetch is looked up at each call.
  server.listen();
  try {
    expect(await kryptogo.searchTasks.create(search())).toHaveLength(1);
    expect(isOutcomeUnknown(await failure(commitThenReset(fake, kryptogo)))).toBe(true);
  } finally {
    server.close();
  }
});

async function commitThenReset(fake: FakeKryptogo, kryptogo: KryptogoClient): Promise<unknown> {
  fake.fail("createSearchTasks", "commit-then-reset");
  return await kryptogo.searchTasks.create(search());
}

test("a wrong token, an unknown path and a wrong body are refused", async () => {
  const { fake } = start();
  const ask = async (path: string, init: RequestInit = {}, token = "test-token") =>
    (await fake.fetch(`https://kryptogo.test${path}`, { ...init, headers: { "GOFACT-API-TOKEN": token } })).status;
  expect(await ask("/tasks?page_size=1&page_number=1")).toBe(200);
  expect(await ask("/tasks?page_size=1&page_number=1", {}, "another")).toBe(401);
  expect(await ask("/tasks?page_size=0&page_number=1")).toBe(400);
  expect(await ask("/nothing")).toBe(404);
  expect(await ask("/task", { method: "POST", body: "{" })).toBe(400);
  expect(await ask("/task/999/summary")).toBe(404);
});
