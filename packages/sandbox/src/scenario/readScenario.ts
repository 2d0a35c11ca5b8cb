import { durationOf } from "./duration.js";
import type { Scenario, Step } from "./types.js";

/** What each kind of step holds beside its verb: names that are needed, and names that may be there. */
const verbs: Readonly<Record<string, { readonly needs: readonly string[]; readonly may: readonly string[] }>> = {
  fault: { needs: ["vendor"], may: ["operation", "times"] },
  callbackFault: { needs: ["vendor"], may: ["times"] },
  callbackUrl: { needs: ["vendor"], may: [] },
  act: { needs: ["vendor", "subject"], may: ["within"] },
  begin: { needs: ["vendor"], may: [] },
  callback: { needs: ["vendor", "url"], may: [] },
  advance: { needs: [], may: [] },
  time: { needs: [], may: [] },
  wait: { needs: [], may: ["within"] },
  expect: { needs: [], may: [] },
};

const counts = new Set(["vendor", "operation", "status", "calls", "billed", "callbacks"]);

/**
 * Reads a scenario.
 *
 * @param text - JSON: an object with `steps`.
 * @throws `TypeError` naming the step and what is wrong with it.
 */
export function readScenario(text: string): Scenario {
  const value = parse(text);
  if (!isObject(value) || !Array.isArray(value["steps"]))
    throw new TypeError("A scenario is a JSON object with a list of steps.");
  for (const [at, step] of value["steps"].entries()) check(step, at + 1);
  return value as unknown as Scenario;
}

/** The verb of a step that was read. */
export function verbOf(step: Step): string {
  return Object.keys(verbs).find((verb) => verb in step) ?? "";
}

function check(step: unknown, number: number): void {
  const wrong = (what: string): never => {
    throw new TypeError(`Step ${number}: ${what}`);
  };
  if (!isObject(step)) return wrong("it is no object.");
  const named = Object.keys(verbs).filter((verb) => verb in step);
  const [verb] = named;
  const rule = verb === undefined ? undefined : verbs[verb];
  if (verb === undefined || rule === undefined || named.length !== 1)
    return wrong(`it needs exactly one of ${Object.keys(verbs).join(", ")}.`);
  const missing = rule.needs.filter((name) => typeof step[name] !== "string");
  if (missing.length > 0) wrong(`${verb} needs ${missing.join(" and ")}.`);
  const unknown = Object.keys(step).filter((name) => name !== verb && ![...rule.needs, ...rule.may].includes(name));
  if (unknown.length > 0) wrong(`${verb} knows no ${unknown.join(", ")}.`);
  try {
    if (verb === "advance") durationOf(step["advance"]);
    if (step["within"] !== undefined) durationOf(step["within"]);
  } catch (error) {
    wrong((error as Error).message);
  }
  if (verb === "time" && !["stop", "run"].includes(step["time"] as string)) wrong("time is stop or run.");
  if (verb === "wait" && step["wait"] === "command") return;
  if (verb === "wait" || verb === "expect") checkCount(step[verb], verb, wrong);
}

function checkCount(value: unknown, verb: string, wrong: (what: string) => never): void {
  if (!isObject(value)) return wrong(`${verb} takes an object${verb === "wait" ? ', or "command"' : ""}.`);
  const unknown = Object.keys(value).filter((name) => !counts.has(name));
  if (unknown.length > 0) wrong(`${verb} knows no ${unknown.join(", ")}.`);
  const numbers = ["calls", "callbacks", ...(verb === "expect" ? ["billed"] : [])].filter((name) => name in value);
  if (numbers.length === 0) wrong(`${verb} says nothing to count.`);
  if (numbers.some((name) => !Number.isSafeInteger(value[name]))) wrong(`${verb} counts in whole numbers.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new TypeError("The scenario is not JSON.");
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
