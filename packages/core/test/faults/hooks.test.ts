import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { Hooks } from "../../src/index.js";
import { failure, started } from "./harness.js";
import { answerTo, call, secrets, vendor } from "./vendor.js";

describe("hooks", () => {
  /** Every hook, writing down what it is told. */
  function noting(): { hooks: Hooks; told: [string, number, (string | number)?][]; events: unknown[] } {
    const told: [string, number, (string | number)?][] = [];
    const events: unknown[] = [];
    const hooks: Hooks = {
      onRequest: (event) => (events.push(event), told.push(["request", event.attempt])),
      onResponse: (event) => (events.push(event), told.push(["response", event.attempt, event.status])),
      onRetry: (event) => (events.push(event), told.push(["retry", event.attempt, event.code])),
      onError: (event) => (events.push(event), told.push(["error", event.attempt, event.error.code])),
    };
    return { hooks, told, events };
  }

  test("are told each attempt, in order", async () => {
    const { hooks, told } = noting();
    await using server = await started(["json-503", "fin-after-request", "ok"]);
    await call(vendor(server.url, { hooks }), "getCheck");
    expect(told).toEqual([
      ["request", 1],
      ["response", 1, 503],
      ["retry", 1, "server"],
      ["request", 2],
      ["retry", 2, "network"],
      ["request", 3],
      ["response", 3, 200],
    ]);
  });

  test("are told how a billed create failed, once", async () => {
    const { hooks, told } = noting();
    await using server = await started("json-503");
    await failure(call(vendor(server.url, { hooks }), "orderCheck"));
    expect(told).toEqual([
      ["request", 1],
      ["response", 1, 503],
      ["error", 1, "outcome_unknown"],
    ]);
  });

  test("see no credential, no person, no id and no body", async () => {
    const { hooks, events } = noting();
    for (const fault of ["ok", "json-503", "fin-after-request", "cut-body", "wrong-shape", "302"] as const) {
      await using server = await started(fault);
      const client = vendor(server.url, { hooks });
      for (const operation of ["getCheck", "searchChecks", "replaceCheck", "orderFindableCheck"] as const)
        await call(client, operation).catch(() => undefined);
    }
    const print = JSON.stringify(events) + inspect(events, { depth: null, showHidden: true });
    for (const secret of [
      ...Object.values(secrets).map(String),
      "Quartermain",
      "ref-1",
      "as documented",
      "quite",
      "unavailable",
    ])
      expect(print).not.toContain(secret);
  });

  test("that throw change nothing, and what they throw is handed on", async () => {
    const thrown: unknown[] = [];
    const fail = (): never => {
      throw new Error("the log is full");
    };
    const hooks: Hooks = {
      onRequest: fail,
      onResponse: fail,
      onRetry: fail,
      onError: fail,
      onHookError: (error) => thrown.push(error),
    };
    await using server = await started(["json-503", "ok", "json-503"]);
    const client = vendor(server.url, { hooks });
    expect(await call(client, "getCheck")).toEqual(answerTo({ method: "GET", target: "/checks/1" }));
    expect(thrown).toHaveLength(5);
    expect((await failure(call(client, "orderCheck"))).error.code).toBe("outcome_unknown");
    expect(thrown).toHaveLength(8);
  });
});
