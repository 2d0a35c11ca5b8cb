import type { Stage } from "../stage/stage.js";
import { durationOf } from "./duration.js";
import { verbOf } from "./readScenario.js";
import type { Count, Expectation, Scenario, Step } from "./types.js";

/** What came of a step. */
export interface StepResult {
  /** From 1. */
  readonly number: number;
  readonly verb: string;
  readonly ok: boolean;
  /** What was done, or what was wrong. */
  readonly text: string;
}

/** How a scenario is run. */
export interface RunOptions {
  /** Told of each step when it is over. */
  readonly onStep?: ((result: StepResult) => void) | undefined;
  /** What `"wait": "command"` waits for. */
  readonly command?: Promise<unknown> | undefined;
  /** Milliseconds that a step waits which does not say. Default 10,000. */
  readonly patienceMs?: number | undefined;
}

/** Milliseconds between two looks of a step that waits. */
const lookMs = 25;

/**
 * Runs a scenario, step after step, and stops at the first that fails.
 *
 * @returns Whether every step held.
 *
 * @example
 * const sandbox = await startSandbox();
 * const passed = await runScenario(sandbox.stage, { steps: [{ advance: "24h" }, { expect: { billed: 0 } }] });
 * console.log(passed); // true
 * await sandbox.close();
 */
export async function runScenario(stage: Stage, scenario: Scenario, options: RunOptions = {}): Promise<boolean> {
  for (const [at, step] of scenario.steps.entries()) {
    const result = { number: at + 1, verb: verbOf(step) };
    try {
      const text = await take(stage, step, options);
      options.onStep?.({ ...result, ok: true, text });
    } catch (error) {
      options.onStep?.({ ...result, ok: false, text: error instanceof Error ? error.message : "failed" });
      return false;
    }
  }
  return true;
}

async function take(stage: Stage, step: Step, options: RunOptions): Promise<string> {
  if ("fault" in step) {
    const { vendor, operation = "*", fault, times = 1 } = step;
    stage.fail(vendor, operation, fault, times);
    return `${vendor} ${operation}: ${fault}, ${times} times`;
  }
  if ("callbackFault" in step) {
    stage.failCallbacks(step.vendor, step.callbackFault, step.times);
    return `${step.vendor} callbacks: ${step.callbackFault}`;
  }
  if ("callbackUrl" in step) {
    stage.setCallbackUrl(step.vendor, step.callbackUrl);
    return `${step.vendor} calls back there`;
  }
  if ("begin" in step) return stage.begin(step.vendor, step.begin);
  if ("callback" in step) {
    const status = await stage.sendCallback(step.vendor, step.callback, step.url);
    if (status < 200 || status > 299) throw new Error(`the callback was answered ${status}`);
    return `${step.callback} was answered ${status}`;
  }
  if ("advance" in step) {
    await stage.clock.advance(durationOf(step.advance));
    return step.advance;
  }
  if ("time" in step) {
    if (step.time === "stop") stage.clock.stop();
    else stage.clock.run();
    return step.time;
  }
  if ("act" in step) return await act(stage, step, options);
  if ("wait" in step) return await wait(stage, step, options);
  return expect(stage, step.expect);
}

async function act(stage: Stage, step: Extract<Step, { act: string }>, options: RunOptions): Promise<string> {
  const { vendor, subject, act: action } = step;
  let seen: string | undefined;
  const found = (): string | undefined => {
    const { subjects = [] } = stage.desk().vendors.find(({ name }) => name === vendor) ?? {};
    const one = subjects.findLast((other) => other.subject === subject || other.subject.startsWith(`${subject}:`));
    seen =
      one === undefined ? undefined : `${one.subject}: ${one.state}; possible: ${one.actions.join(", ") || "nothing"}`;
    return one?.actions.includes(action) === true ? one.subject : undefined;
  };
  await until(
    () => found() !== undefined,
    step.within,
    options,
    () => `${action} was not possible (${seen ?? `no ${subject}`})`,
  );
  const name = found() ?? subject;
  stage.act(vendor, name, action);
  return `${name}: ${action}`;
}

async function wait(stage: Stage, step: Extract<Step, { wait: unknown }>, options: RunOptions): Promise<string> {
  if (step.wait === "command") {
    if (options.command === undefined) throw new Error("there is no command to wait for");
    await options.command;
    await stage.idle();
    return "the command is over";
  }
  const { calls, callbacks, ...which } = step.wait;
  const isThere = (): boolean =>
    (calls === undefined || countCalls(stage, which) >= calls) &&
    (callbacks === undefined || countCallbacks(stage, which) >= callbacks);
  const soFar = (): string => `${countCalls(stage, which)} calls and ${countCallbacks(stage, which)} callbacks came`;
  await until(isThere, step.within, options, soFar);
  return soFar();
}

function expect(stage: Stage, { calls, billed, callbacks, ...which }: Expectation): string {
  const lines: (readonly [string, number | undefined, number])[] = [
    ["calls", calls, countCalls(stage, which)],
    ["billed", billed, countBilled(stage, which)],
    ["callbacks", callbacks, countCallbacks(stage, which)],
  ];
  const asked = lines.filter(([, wanted]) => wanted !== undefined);
  const wrong = asked.filter(([, wanted, is]) => wanted !== is);
  if (wrong.length > 0) throw new Error(wrong.map(([what, wanted, is]) => `${what}: ${is}, not ${wanted}`).join("; "));
  return asked.map(([what, , is]) => `${what}: ${is}`).join(", ");
}

async function until(
  isSo: () => boolean,
  within: string | undefined,
  options: RunOptions,
  otherwise: () => string,
): Promise<void> {
  const end = performance.now() + (within === undefined ? (options.patienceMs ?? 10_000) : durationOf(within));
  while (!isSo()) {
    if (performance.now() > end) throw new Error(otherwise());
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}

function countCalls(stage: Stage, { vendor, operation, status }: Count): number {
  return stage.calls.filter(
    (call) =>
      call.status !== undefined &&
      (vendor === undefined || call.vendor === vendor) &&
      (operation === undefined || call.operation === operation) &&
      (status === undefined || call.status === status),
  ).length;
}

function countCallbacks(stage: Stage, { vendor, status }: Count): number {
  return stage.callbacks.filter(
    (one) =>
      one.status !== undefined &&
      (vendor === undefined || one.vendor === vendor) &&
      (status === undefined || one.status === status),
  ).length;
}

function countBilled(stage: Stage, { vendor, operation }: Count): number {
  return stage
    .bill()
    .filter(
      (line) =>
        (vendor === undefined || line.vendor === vendor) && (operation === undefined || line.operation === operation),
    )
    .reduce((sum, { units }) => sum + units, 0);
}
