import { describe, expect, test } from "vitest";
import { snippetsOfPage, snippetsOfSource } from "../src/snippets/collect.ts";
import { programOf } from "../src/snippets/program.ts";
import { netOf } from "../src/snippets/scenes/scene.ts";
import { shows } from "../src/snippets/shows.ts";

const nothing = { scene: new Set<string>(), sceneType: "object", earlier: [], known: new Map(), standIns: new Map() };

function textOf(code: string, surroundings: Partial<Parameters<typeof programOf>[1]> = {}): string {
  const snippet = { file: "a.md", line: 3, code, kind: "page", package: undefined } as const;
  return programOf(snippet, { ...nothing, ...surroundings }).text;
}

describe("what counts as a snippet", () => {
  test("every ts fence of a page, with the line that it begins on", () => {
    const page = "# Title\n\n```ts\nconst a = 1;\n```\n\ntext\n\n```sh\nls\n```\n\n```ts\nconst b = 2;\n```\n";
    expect(snippetsOfPage("README.md", page).map(({ line, code }) => [line, code])).toEqual([
      [4, "const a = 1;\n"],
      [14, "const b = 2;\n"],
    ]);
  });

  test("a fence with code in it that is not marked ts is refused: it would never be run", () => {
    expect(() => snippetsOfPage("README.md", "```typescript\nconst a = 1;\n```\n")).toThrow("README.md:1");
    expect(() => snippetsOfPage("README.md", "```js\nconst a = 1;\n```\n")).toThrow("marked ts");
  });

  test("a snippet that cannot run says why, right above itself", () => {
    const page = "<!-- snippet not run: it needs a bank -->\n\n```ts\npay();\n```\n\n```ts\nok();\n```\n";
    expect(snippetsOfPage("README.md", page).map(({ excluded }) => excluded)).toEqual(["it needs a bank", undefined]);
  });

  test("every @example of a docstring", () => {
    const source =
      "/**\n * Adds.\n *\n * @param a - One.\n * @example\n * add(1,\n *   2);\n */\nexport function add(a: number) {}\n";
    expect(snippetsOfSource("packages/core/src/a.ts", source)).toMatchObject([{ line: 6, code: "add(1,\n  2);\n" }]);
  });
});

describe("what becomes of a snippet", () => {
  test("imports stand outside the function, and every other line keeps its place", () => {
    const text = textOf('import { a } from "@x/core";\n\na();\n');
    expect(text.indexOf("import { a }")).toBeLessThan(text.indexOf("export default"));
    expect(text).toContain("{\n\n\na();\n");
  });

  test("names that the page imported before are known, and names of the scene are handed in", () => {
    const earlier = [{ text: "", names: ["Client", "other"], from: "@x/core" }];
    const text = textOf("new Client(apiKey);", { earlier, scene: new Set(["apiKey", "unused"]) });
    expect(text).toContain('import { Client } from "@x/core";');
    expect(text).toContain("({ apiKey }: object)");
  });

  test("a property of the same name as something in the scene asks for nothing", () => {
    expect(textOf("call({ apiKey: 1 }.apiKey);", { scene: new Set(["apiKey"]) })).toContain("({  }: object)");
  });

  test("a value in a comment is a claim; prose that begins like one is not", () => {
    expect(textOf('riskBand(12); // "low"')).toContain('shows(riskBand(12), "low");');
    expect(textOf("console.log(fake.billed.length); // 1")).toContain("shows(fake.billed.length, 1);");
    expect(textOf("fail(12); // 408 after 5 s")).toContain("fail(12); // 408 after 5 s");
  });

  test("a claim that does not hold fails", () => {
    expect(() => shows("low", "low")).not.toThrow();
    expect(() => shows("high", "low")).toThrow('claims "low"');
  });
});

test("where the fake knows nothing, the sample is that of the operation whose query was sent", async () => {
  const endpoint = { name: "any", method: "GET", path: "/tokens" };
  const fixtures = {
    list: { endpoint, output: "all", wire: { request: "GET /tokens?from=1" } },
    get: { endpoint, output: "one", wire: { request: "GET /tokens?id=1" } },
  };
  const fetch = netOf({ hosts: [], fetch: async () => new Response("", { status: 404 }), fixtures }, { samples: true });
  expect(await (await fetch("https://vendor.test/tokens?id=2")).json()).toBe("one");
  expect(await (await fetch("https://vendor.test/tokens")).json()).toBe("all");
});
