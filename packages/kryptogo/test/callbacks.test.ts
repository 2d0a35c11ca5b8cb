import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { isSdkError } from "../src/index.js";
import { isIdvCallback, isSearchTaskCallback, parseKryptogoCallback } from "../src/callbacks/index.js";
import { fixtures, forgeIdvCallback, forgeSearchTaskCallback } from "../src/testing/index.js";

const idv = fixtures.getIdvTask.output;
const task = fixtures.getSearchTaskSummary.output;

/** The message that a body is refused with. */
function refusalOf(body: unknown): unknown {
  try {
    parseKryptogoCallback(body);
  } catch (error) {
    return isSdkError(error) && error.code === "invalid_callback" ? error.message : error;
  }
  return undefined;
}

describe("a callback", () => {
  test("with an idv_task_id is about a verification", () => {
    expect(parseKryptogoCallback(JSON.stringify(idv))).toEqual({
      kind: "idv",
      subject: "idv:12",
      payload: idv,
      drift: [],
    });
  });

  test("with a task_id is about a search task", () => {
    const callback = parseKryptogoCallback(JSON.stringify(task));
    expect(callback).toEqual({ kind: "search_task", subject: "search_task:123", payload: task, drift: [] });
  });

  test("is read from bytes and from what a framework parsed", () => {
    expect(parseKryptogoCallback(new TextEncoder().encode(JSON.stringify(idv))).kind).toBe("idv");
    expect(parseKryptogoCallback(task).kind).toBe("search_task");
  });

  test("with the id as digits has the same subject", () => {
    expect(parseKryptogoCallback(JSON.stringify({ ...idv, idv_task_id: "12" })).subject).toBe("idv:12");
  });

  test("is told apart by guards", () => {
    const callbacks = [idv, task, {}].map((body) => parseKryptogoCallback(body));
    expect(callbacks.filter(isIdvCallback).map(({ payload }) => payload.idv_task_id)).toEqual([12]);
    expect(callbacks.filter(isSearchTaskCallback).map(({ payload }) => payload.task_id)).toEqual([123]);
  });

  test("with new fields and values is handed on with its drift", () => {
    const callback = parseKryptogoCallback(JSON.stringify({ ...idv, state: 7, speed: 3, dd_tasks: undefined }));
    expect(callback.drift).toEqual([
      { path: "state", kind: "unknown_value" },
      { path: "dd_tasks", kind: "missing_field" },
      { path: "*", kind: "unknown_field" },
    ]);
  });

  test("before the check is over holds nulls and no drift", () => {
    const recognised = [
      "first_name",
      "last_name",
      "full_name",
      "birthday",
      "id_number",
      "issuing_date",
      "expiry_date",
      "gender",
    ];
    const nothing = Object.fromEntries([...recognised, "created_search_task_id"].map((name) => [name, null]));
    const pending = {
      ...idv,
      ...nothing,
      state: 3,
      review_reasons: [],
      reject_reasons: [],
      audit_status: "Pending",
      audit_timestamp: 0,
    };
    expect(parseKryptogoCallback(JSON.stringify(pending)).drift).toEqual([]);
  });
});

describe("a callback of no documented kind", () => {
  test.each([[{}], [{ kya_id: 5 }], [{ idv_task_id: 1, task_id: 2 }]])("%j is unknown", (body) => {
    const callback = parseKryptogoCallback(JSON.stringify(body));
    expect(callback.kind === "unknown" && callback.readPayload()).toEqual(body);
  });

  test("shows its payload to nobody who only looks", () => {
    const callback = parseKryptogoCallback(JSON.stringify({ name: "王又曾" }));
    expect(inspect(callback, { depth: 9, showHidden: true }) + JSON.stringify(callback)).not.toContain("王又曾");
  });
});

describe("a callback is refused", () => {
  test.each([
    [
      "when it is not JSON",
      "<html>",
      "KryptoGO callback: the callback's body is not JSON that can be relied on (invalid).",
    ],
    ["when it is no object", "[1]", "KryptoGO callback: the callback's body is not a JSON object."],
    ["when it is nothing", undefined, "KryptoGO callback: the callback's body is not a JSON object."],
    [
      "when its id is none",
      JSON.stringify({ ...idv, idv_task_id: "王又曾" }),
      "KryptoGO callback: the callback differs from its documented shape at idv_task_id (unexpected_type).",
    ],
    [
      "when a decision has another type",
      JSON.stringify({ ...task, report: { accepted: "true" } }),
      "KryptoGO callback: the callback differs from its documented shape at report.accepted (unexpected_type).",
    ],
    [
      "when a decision stands twice",
      '{"idv_task_id":12,"audit_status":"Rejected","audit_status":"Accepted"}',
      "KryptoGO callback: the callback's body is not JSON that can be relied on (duplicate_key).",
    ],
    [
      "when an id stands twice",
      '{"task_id":1,"task_id":2,"progress":100}',
      "KryptoGO callback: the callback's body is not JSON that can be relied on (duplicate_key).",
    ],
  ])("%s", (_name, body, message) => {
    expect(refusalOf(body)).toBe(message);
  });
});

describe("a forged callback", () => {
  test("is what KryptoGO would send", () => {
    const { body, payload } = forgeIdvCallback({ idv_task_id: 7, state: 1, audit_status: "Pending" });
    expect(parseKryptogoCallback(body)).toEqual({ kind: "idv", subject: "idv:7", payload, drift: [] });
    expect(payload).toMatchObject({ idv_task_id: 7, state: 1, reject_reasons: [] });
    expect(forgeSearchTaskCallback({ task_id: 9 })).toMatchObject({ payload: { task_id: 9, progress: 100 } });
  });

  test("is refused when KryptoGO would not send it", () => {
    expect(() => forgeIdvCallback({ state: "0" as never })).toThrow("state (unexpected_type)");
    expect(() => forgeSearchTaskCallback({ task_id: undefined as never })).toThrow("needs a task_id");
  });
});
