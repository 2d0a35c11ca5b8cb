import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { readScenario } from "../scenario/readScenario.js";
import { runScenario } from "../scenario/runScenario.js";
import type { Scenario } from "../scenario/types.js";
import { type Sandbox, startSandbox } from "../server/startSandbox.js";
import { type CliOptions, help, readOptions, UsageError } from "./options.js";
import { forPeople, forPrograms, type Printer } from "./print.js";

/** What the process ends with. */
const exitCodes = { ok: 0, failed: 1, usage: 2, portTaken: 3 } as const;

/** Runs the command line. Returns the exit code. */
export async function main(args: readonly string[], began: number): Promise<number> {
  let printer: Printer = args.includes("--json") ? forPrograms : forPeople;
  try {
    const options = readOptions(args);
    if (options === "help" || options === "version") {
      console.log(options === "help" ? help : version());
      return exitCodes.ok;
    }
    printer = options.json ? forPrograms : forPeople;
    const scenario = options.scenario === undefined ? undefined : readFile(options.scenario);
    const { port, host, seed, state } = options;
    // From the beginning: whoever reads that it is up may end it at once.
    const stopped = stopSignal();
    const sandbox = await startSandbox({ port, host, seed, state });
    printer.started(sandbox, performance.now() - began);
    try {
      return await play(sandbox, scenario, { ...options, stopped }, printer);
    } finally {
      await sandbox.close();
    }
  } catch (error) {
    return explain(error, args, printer);
  }
}

async function play(
  sandbox: Sandbox,
  scenario: Scenario | undefined,
  options: CliOptions & { readonly stopped: Promise<undefined> },
  printer: Printer,
): Promise<number> {
  const command = options.command.length === 0 ? undefined : runCommand(options.command, sandbox, options.json);
  const story =
    scenario === undefined
      ? undefined
      : runScenario(sandbox.stage, scenario, { command, onStep: (result) => printer.step(result) });
  const { stopped } = options;
  if (command === undefined && story === undefined) {
    await stopped;
    return exitCodes.ok;
  }
  const ended = Promise.all([story ?? true, command ?? 0]);
  const result = await Promise.race([ended, stopped]);
  if (result === undefined) return exitCodes.failed;
  const [held, code] = result;
  if (code !== 0) printer.problem(`The command ended with ${code}.`);
  if (scenario !== undefined) printer.note(held ? "The scenario held." : "The scenario failed.");
  return held && code === 0 ? exitCodes.ok : exitCodes.failed;
}

/** Ctrl-C, or an order to end. */
async function stopSignal(): Promise<undefined> {
  return await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve(undefined));
  });
}

async function runCommand(
  [program = "", ...args]: readonly string[],
  sandbox: Sandbox,
  quiet: boolean,
): Promise<number> {
  const env = Object.assign({}, process.env, { SANDBOX_URL: sandbox.url }, ...sandbox.places.map(({ env }) => env));
  return await new Promise((resolve) => {
    // Its lines must not mix with ours where a program reads them.
    const stdio = ["inherit", quiet ? 2 : "inherit", "inherit"] as const;
    const child = spawn(program, args, { env, stdio: [...stdio] });
    child.once("error", () => resolve(127));
    child.once("exit", (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}

function readFile(file: string): Scenario {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
  try {
    return readScenario(text);
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

function explain(error: unknown, args: readonly string[], printer: Printer): number {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof UsageError) printer.problem(error.message);
  else if (code === "EADDRINUSE") {
    const at = args.indexOf("--port");
    printer.problem(
      `Port ${at < 0 ? "4010" : args[at + 1]} is taken, perhaps by another sandbox. End that one, or take another port: sandbox --port 0 finds a free one.`,
    );
    return exitCodes.portTaken;
  } else if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EACCES")
    printer.problem(`This machine cannot listen there (${code}): --host takes one of its own addresses.`);
  else if (error instanceof TypeError && error.message.endsWith("is no state file of a sandbox."))
    printer.problem(error.message);
  else throw error;
  return exitCodes.usage;
}

function version(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
