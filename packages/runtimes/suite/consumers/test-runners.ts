import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../shell.ts";
import { tools as versions } from "../versions.ts";
import type { ConsumerProject } from "./project.ts";
import type { ConsumerRow } from "./types.ts";

const jestTest = `import { use } from "./use";
test("a user's program runs", async () => { expect(await use()).toMatch(/^used \\d+$/); });
`;
const vitestTest = `import { expect, test } from "vitest";
import { use } from "./use.js";
test("a user's program runs", async () => { expect(await use()).toMatch(/^used \\d+$/); });
`;

/** A project of its own for each test runner, as its documentation sets one up. */
const runners = {
  "jest, ts-jest, CommonJS": {
    name: "jest",
    files: {
      "use.test.ts": jestTest,
      "package.json": "{}",
      "tsconfig.json":
        '{ "compilerOptions": { "module": "commonjs", "moduleResolution": "node10", "ignoreDeprecations": "6.0", "esModuleInterop": true, "skipLibCheck": true, "isolatedModules": true, "target": "es2022" } }',
      "jest.config.js":
        'module.exports = { testEnvironment: "node", transform: { "\\\\.ts$": ["ts-jest", { diagnostics: false }] } };',
    },
    args: ["jest/bin/jest.js", "--ci"],
  },
  "jest, ts-jest, ESM": {
    name: "jest",
    files: {
      "use.test.ts": jestTest,
      "package.json": '{ "type": "module" }',
      "tsconfig.json":
        '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "skipLibCheck": true, "isolatedModules": true, "target": "es2022" } }',
      "jest.config.js":
        'export default { testEnvironment: "node", extensionsToTreatAsEsm: [".ts"], transform: { "\\\\.ts$": ["ts-jest", { useESM: true, diagnostics: false }] } };',
    },
    args: ["jest/bin/jest.js", "--ci"],
    node: ["--experimental-vm-modules", "--no-warnings"],
  },
  vitest: {
    name: "vitest",
    files: { "use.test.ts": vitestTest, "package.json": '{ "type": "module" }' },
    args: ["vitest/vitest.mjs", "run", "--root", "."],
  },
} as const;

/** Runs a user's program under each test runner. */
export async function tryTestRunners({ folder, tools }: ConsumerProject): Promise<ConsumerRow[]> {
  const rows: ConsumerRow[] = [];
  for (const [what, runner] of Object.entries(runners)) {
    const cwd = join(folder, what.replace(/\W+/g, "-"));
    mkdirSync(cwd);
    cpSync(join(folder, "use.ts"), join(cwd, "use.ts"));
    for (const [file, text] of Object.entries(runner.files)) writeFileSync(join(cwd, file), text);
    const [script = "", ...args] = runner.args;
    const before = "node" in runner ? runner.node : [];
    const { code, stdout, stderr } = await run(process.execPath, [...before, join(tools, script), ...args], { cwd });
    const passed = code === 0 && /\b1 passed\b/.test(stdout + stderr);
    const says = (stdout + stderr).slice(0, 1500);
    const version = runner.name === "jest" ? `${versions.jest}, ts-jest ${versions["ts-jest"]}` : versions.vitest;
    rows.push({ name: runner.name, version, what, cell: passed ? { state: "ok" } : { state: "red", says } });
  }
  return rows;
}
