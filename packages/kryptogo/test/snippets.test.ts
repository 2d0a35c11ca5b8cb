import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");
const pages = ["README.md", "packages/kryptogo/README.md", "packages/core/errors.md"];

/** What the text around a snippet has told already: a client, a batch, a request that brought a callback. */
const told = {
  apiKey: `const apiKey = "test-token";`,
  kryptogo: `const kryptogo = new KryptogoClient({ environment: "production", apiKey: "test-token" });`,
  tasks: `const tasks = [{ search_setting_id: 1, target: { type: 1 as const, name: "A" } }];`,
  secret: `const secret = "s".repeat(43);`,
  request: `const request = new Request("https://hooks.test/", { method: "POST", body: forgeIdvCallback({ idv_task_id: 11 }).body });`,
  lost: `fake0.fail("createSearchTasks", "commit-then-reset");`,
};

const imports: Readonly<Record<string, string>> = {
  KryptogoClient: "@x/kryptogo",
  isOutcomeUnknown: "@x/kryptogo",
  forgeIdvCallback: "@x/kryptogo/testing",
};

function programOf(code: string): string {
  const preamble = Object.entries(told)
    .filter(([name]) =>
      name === "lost"
        ? code.includes("isOutcomeUnknown")
        : code.includes(name) && !new RegExp(`const (?:\\[)?${name}\\b`).test(code),
    )
    .map(([, line]) => line);
  const text = [...preamble, code].join("\n");
  const missing = Object.entries(imports).filter(
    ([name]) => text.includes(name) && !new RegExp(`import \\{[^}]*\\b${name}\\b`).test(text),
  );
  const lines = missing.map(([name, from]) => `import { ${name} } from "${from}";`);
  const [own, rest] = [text.match(/^import .*$/gm) ?? [], text.replace(/^import .*$/gm, "")];
  return [
    ...own,
    ...lines,
    `import { FakeKryptogo as Fake0 } from "@x/kryptogo/testing";`,
    `const fake0 = new Fake0({ deliver: async () => 200 });`,
    `await fake0.fetch("https://kryptogo.test/idv/account", { method: "POST", headers: { "GOFACT-API-TOKEN": "test-token" }, body: '{"workflow_id":3,"country":"TWN"}' });`,
    `globalThis.fetch = fake0.fetch;`,
    rest,
  ].join("\n");
}

describe.each(pages)("%s", (page) => {
  const fences = [...readFileSync(join(root, page), "utf8").matchAll(/```ts\n([\s\S]*?)```/g)].map(
    ([, code = ""]) => code,
  );

  test.each(fences.map((code, n) => [n + 1, code] as const))("snippet %i runs", (_, code) => {
    const folder = mkdtempSync(join(here, ".snippet-"));
    try {
      const file = join(folder, "snippet.mts");
      writeFileSync(file, programOf(code));
      const { status, stderr } = spawnSync(process.execPath, [file], {
        encoding: "utf8",
        timeout: 15_000,
        env: { ...process.env, KRYPTOGO_API_KEY: "test-token" },
      });
      expect(status === 0 ? "" : `${stderr}\n${programOf(code)}`).toBe("");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("has snippets", () => expect(fences.length).toBeGreaterThan(0));
});
