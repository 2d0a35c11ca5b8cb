import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  idvWorkflow,
  searchTaskWorkflow,
  waitForIdv,
  waitForSearchTask,
  WaitExpiredError,
  Waker,
} from "../src/index.js";
import { parseKryptogoCallback } from "../src/callbacks/index.js";
import { forgeIdvCallback, forgeSearchTaskCallback } from "../src/testing/index.js";
import { connect, failureOf } from "./support.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const idv = (fields: Parameters<typeof forgeIdvCallback>[0]) =>
  forgeIdvCallback({ audit_status: "Pending", ...fields }).payload;
const searchTask = (fields: Parameters<typeof forgeSearchTaskCallback>[0]) =>
  forgeSearchTaskCallback({ audit_time: 0, report: null, ...fields }).payload;
const reasons = [{ code: 702, description: "No ID Uploaded" }];

describe("waiting for a verification", () => {
  test.each([
    ["is accepted", idv({ state: 0 }), "accepted", "terminal"],
    ["is rejected", idv({ state: 2, reject_reasons: reasons }), "rejected", "terminal"],
    ["needs a person", idv({ state: 1 }), "review", "review"],
    ["never took place", idv({ state: 4, reject_reasons: reasons }), "not_done", "expired"],
  ])("ends when it %s", async (_name, value, state, kind) => {
    const { client, seen } = connect(() => value);
    expect(await waitForIdv(client, { idv_id: 12 })).toEqual({ state, kind, value, reads: 1 });
    expect(seen.map(({ target }) => target)).toEqual(["/idv/12"]);
  });

  test("looks less and less often, and gives up after 30 minutes", async () => {
    const began = Date.now();
    const looks: number[] = [];
    const { client } = connect(() => {
      looks.push((Date.now() - began) / 1000);
      return idv({ state: 4 });
    });
    const waiting = failureOf(waitForIdv(client, { idv_id: 12 }));
    await vi.advanceTimersByTimeAsync(31 * 60_000);
    expect(await waiting).toBeInstanceOf(WaitExpiredError);
    expect(await waiting).toMatchObject({ code: "wait_expired", lastState: "initial", operation: "waitForIdv" });
    expect(looks).toEqual([0, 40, 60, 100, 160, 240, 340, 460, 600, 760, 940, 1120, 1300, 1480, 1660, 1800]);
  });

  test("looks at once when the callback comes", async () => {
    const waker = new Waker();
    let state: 3 | 0 = 3;
    const { client, seen } = connect(() => idv({ state }));
    const waiting = waitForIdv(client, { idv_id: 12 }, { wake: waker });
    await vi.advanceTimersByTimeAsync(1000);
    state = 0;
    waker.wake(parseKryptogoCallback(forgeIdvCallback({ idv_task_id: 13 }).body).subject ?? "");
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen).toHaveLength(1);
    waker.wake(parseKryptogoCallback(forgeIdvCallback({ idv_task_id: 12 }).body).subject ?? "");
    await vi.advanceTimersByTimeAsync(0);
    expect(await waiting).toMatchObject({ state: "accepted", reads: 2 });
  });

  test("goes on through a review when told to", async () => {
    const answers = [idv({ state: 1 }), idv({ state: 1, audit_status: "Rejected" })];
    const { client } = connect(() => answers.shift());
    const waiting = waitForIdv(client, { idv_id: 12 }, { throughReview: true });
    await vi.advanceTimersByTimeAsync(40_000);
    expect(await waiting).toMatchObject({ state: "rejected", kind: "terminal", reads: 2 });
  });

  test("ends by a signal", async () => {
    const stop = new AbortController();
    const { client } = connect(() => idv({ state: 3 }));
    const waiting = failureOf(waitForIdv(client, { idv_id: 12 }, { signal: stop.signal }));
    await vi.advanceTimersByTimeAsync(1000);
    stop.abort();
    expect(await waiting).toMatchObject({ code: "aborted" });
  });

  test("waits on when the record says something new", async () => {
    const answers = [idv({ state: 9 }), idv({ state: 0 })];
    const { client } = connect(() => answers.shift());
    const waiting = waitForIdv(client, { idv_id: 12 });
    await vi.advanceTimersByTimeAsync(40_000);
    expect(await waiting).toMatchObject({ state: "accepted", reads: 2 });
  });
});

describe("waiting for a search", () => {
  test("ends when the findings are there", async () => {
    const answers = [
      searchTask({ progress: null }),
      searchTask({ progress: 60 }),
      searchTask({ progress: 100, report: { potential_risk: 12 } }),
    ];
    const { client } = connect(() => answers.shift());
    const waiting = waitForSearchTask(client, { task_id: 123 });
    await vi.advanceTimersByTimeAsync(6000);
    expect(await waiting).toMatchObject({ state: "undecided", kind: "review", reads: 3 });
  });

  test("ends when it was decided meanwhile", async () => {
    const { client } = connect(() => searchTask({ audit_time: 1623859200, report: { accepted: false } }));
    expect(await waitForSearchTask(client, { task_id: 123 })).toMatchObject({ state: "rejected", kind: "terminal" });
  });

  test("goes on to the decision when told to, and looks when the callback comes", async () => {
    const waker = new Waker();
    const answers = [searchTask({}), searchTask({ audit_time: 1623859200, report: { accepted: true } })];
    const { client } = connect(() => answers.shift());
    const waiting = waitForSearchTask(client, { task_id: 123 }, { throughReview: true, wake: waker });
    await vi.advanceTimersByTimeAsync(500);
    waker.wake("search_task:123");
    await vi.advanceTimersByTimeAsync(0);
    expect(await waiting).toMatchObject({ state: "accepted", kind: "terminal", reads: 2 });
  });

  test("looks every 30 seconds in the end, and gives up after 15 minutes", async () => {
    const began = Date.now();
    const looks: number[] = [];
    const { client } = connect(() => {
      looks.push((Date.now() - began) / 1000);
      return searchTask({ progress: 10 });
    });
    const waiting = failureOf(waitForSearchTask(client, { task_id: 123 }));
    await vi.advanceTimersByTimeAsync(16 * 60_000);
    expect(await waiting).toMatchObject({ code: "wait_expired", lastState: "searching" });
    expect(looks.slice(0, 8)).toEqual([0, 2, 6, 14, 29, 59, 89, 119]);
    expect(looks.at(-1)).toBe(900);
  });
});

test("every verdict has a meaning", () => {
  expect(idvWorkflow.kinds).toEqual({
    accepted: "terminal",
    rejected: "terminal",
    review: "review",
    pending: "working",
    initial: "working",
    not_done: "expired",
    unknown: "unknown",
  });
  expect(searchTaskWorkflow.kinds).toEqual({
    searching: "working",
    undecided: "review",
    accepted: "terminal",
    rejected: "terminal",
    unknown: "unknown",
  });
});
