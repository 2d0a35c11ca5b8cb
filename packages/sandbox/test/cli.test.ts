import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { start } from "./support.js";

const cli = join(fileURLToPath(import.meta.url), "../../dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "sandbox-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line; `onOut` is told what it printed so far. */
async function run(args: string[], onOut: (out: string, end: () => void) => void = () => undefined): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], { timeout: 15_000 });
  let [out, err] = ["", ""];
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    onOut(out, () => child.kill("SIGINT"));
  });
  return await new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

function scenario(name: string, steps: object[]): string {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify({ steps }));
  return file;
}

const call = `fetch(process.env.KRYPTOGO_BASE_URL + "/task", { method: "POST", headers: { "GOFACT-API-TOKEN": process.env.KRYPTOGO_API_KEY },
  body: '[{"search_setting_id":1,"target":{"type":1,"name":"A"}}]' }).then((answer) => process.exit(answer.ok ? 0 : 9))`;

test("the command line is built", () => expect(existsSync(cli)).toBe(true));

describe("the command line", () => {
  test("prints base URLs and keys to paste, and ends well by Ctrl-C", async () => {
    const { code, out, err } = await run(["--port", "0"], (text, end) => text.includes("Ctrl-C ends it") && end());
    expect(out).toMatch(/\{ baseUrl: "http:\/\/127\.0\.0\.1:\d+\/kryptogo", apiKey: "sandbox-kryptogo-key" \}/);
    expect(out).toMatch(/clientId: "sandbox-client", clientSecret: "sandbox-secret"/);
    expect([code, err]).toEqual([0, ""]);
  });

  test("prints JSON for programs", async () => {
    const { code, out } = await run(["--port", "0", "--json"], (_, end) => end());
    expect(JSON.parse(out)).toMatchObject({ event: "started", places: [{ vendor: "kryptogo" }, {}, {}, {}, {}] });
    expect(code).toBe(0);
  });

  test("says plainly that a port is taken, and what to do", async () => {
    const { port } = await start();
    const { code, err } = await run(["--port", String(port)]);
    expect(code).toBe(3);
    expect(err).toBe(
      `Port ${port} is taken, perhaps by another sandbox. End that one, or take another port: sandbox --port 0 finds a free one.\n`,
    );
  });

  test.each([
    [["--prot", "1"], "Unknown option '--prot'. See sandbox --help.\n"],
    [["--port", "http"], "--port takes a whole number from 0 to 65535.\n"],
    [["--scenario", "/nowhere.json"], "/nowhere.json cannot be read.\n"],
  ])("refuses %j in a line", async (args, message) => {
    const { code, err } = await run(args);
    expect([code, err]).toEqual([2, message]);
  });

  test("prints its help, exit codes included", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(/--scenario FILE[\s\S]*Exit codes\n {2}0[\s\S]* 3 {2}the port is taken/);
  });

  test("runs a command against the vendors and holds it to a scenario", async () => {
    const steps = [{ wait: "command" }, { expect: { calls: 1, billed: 1, operation: "createSearchTasks" } }];
    const args = ["--port", "0", "--scenario", scenario("held", steps), "--", process.execPath, "-e", call];
    const { code, out } = await run(args);
    expect(out).toContain("The scenario held.");
    expect(code).toBe(0);
  });

  test("ends with 1 when a step does not hold, or the command fails", async () => {
    const steps = [{ wait: "command" }, { expect: { billed: 2 } }];
    const failed = await run([
      "--port",
      "0",
      "--scenario",
      scenario("failed", steps),
      "--",
      process.execPath,
      "-e",
      call,
    ]);
    expect([failed.code, failed.out.includes("billed: 1, not 2")]).toEqual([1, true]);
    const command = await run(["--port", "0", "--", process.execPath, "-e", "process.exit(4)"]);
    expect([command.code, command.err]).toEqual([1, "The command ended with 4.\n"]);
  });
});
