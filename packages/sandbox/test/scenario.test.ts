import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readScenario, runScenario, type Scenario, Stage, type StepResult } from "../src/index.js";
import { kryptogoAt, search, start } from "./support.js";

async function run(stage: Stage, steps: Scenario["steps"]) {
  const results: StepResult[] = [];
  const held = await runScenario(stage, { steps }, { onStep: (result) => results.push(result), patienceMs: 2000 });
  return { held, results };
}

describe("a scenario", () => {
  test("runs beside the application: faults, decisions, time, and what has to come of them", async () => {
    const { url, stage } = await start();
    const application = async (): Promise<void> => {
      await kryptogoAt(url).searchTasks.create(search());
    };
    const [{ held, results }] = await Promise.all([
      run(stage, [
        { fault: "slow", vendor: "kryptogo", operation: "createSearchTasks" },
        { wait: { calls: 1, operation: "createSearchTasks" } },
        { advance: "1h" },
        { act: "reject", vendor: "kryptogo", subject: "search_task" },
        { begin: "submission", vendor: "argos" },
        { expect: { billed: 1, vendor: "kryptogo" } },
        { expect: { calls: 1, status: 200 } },
      ]),
      application(),
    ]);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect(held).toBe(true);
  });

  test("fails at the first step that does not hold, and says what was there", async () => {
    const stage = new Stage();
    stage.begin("argos", "submission");
    const { held, results } = await run(stage, [
      { expect: { billed: 1 } },
      { expect: { billed: 2, calls: 0 } },
      { advance: "1h" },
    ]);
    expect(held).toBe(false);
    expect(results).toEqual([
      { number: 1, verb: "expect", ok: true, text: "billed: 1" },
      { number: 2, verb: "expect", ok: false, text: "billed: 1, not 2" },
    ]);
  });

  test("waits no longer than it is told to", async () => {
    const stage = new Stage();
    const { results } = await run(stage, [{ act: "reject", vendor: "kryptogo", subject: "idv", within: "30ms" }]);
    expect(results).toMatchObject([{ ok: false, text: "reject was not possible (no idv)" }]);
  });

  test.each([
    ["not JSON", "{", "The scenario is not JSON."],
    ["no steps", "{}", "A scenario is a JSON object with a list of steps."],
    ["no verb", `{"steps":[{"vendor":"argos"}]}`, "Step 1: it needs exactly one of"],
    ["two verbs", `{"steps":[{"begin":"x","advance":"1h","vendor":"argos"}]}`, "Step 1: it needs exactly one of"],
    ["a missing name", `{"steps":[{"advance":"1h"},{"act":"reject","vendor":"argos"}]}`, "Step 2: act needs subject."],
    ["a wrong name", `{"steps":[{"fault":"slow","vendor":"argos","time":3}]}`, "Step 1: it needs exactly one of"],
    ["an unknown name", `{"steps":[{"fault":"slow","vendor":"argos","often":3}]}`, "Step 1: fault knows no often."],
    ["a wrong duration", `{"steps":[{"advance":"1 year"}]}`, "Step 1: A duration is written as"],
    ["nothing to count", `{"steps":[{"expect":{"vendor":"argos"}}]}`, "Step 1: expect says nothing to count."],
  ])("that cannot be read says where: %s", (_, text, message) => {
    expect(() => readScenario(text)).toThrow(message);
  });
});

test("the README's scenario can be read", () => {
  const page = readFileSync(join(fileURLToPath(import.meta.url), "../../README.md"), "utf8");
  const [, story = ""] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  expect(readScenario(story).steps.length).toBe(6);
});
