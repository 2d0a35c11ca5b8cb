import { build } from "esbuild";
import { setupServer } from "msw/node";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { isOutcomeUnknown, KryptogoClient } from "@x/kryptogo";
import { keys } from "../src/index.js";
import { sandboxHandlers } from "../src/msw.js";
import { search } from "./support.js";

const { handlers, stage, baseUrls } = sandboxHandlers();
const server = setupServer(...handlers);
beforeAll(() => server.listen());
afterEach(() => stage.reset());
afterAll(() => server.close());

const kryptogo = () => new KryptogoClient({ baseUrl: baseUrls.kryptogo, apiKey: keys.kryptogo.apiKey });

test("msw answers a client with the sandbox's vendors", async () => {
  expect(await kryptogo().searchTasks.create(search())).toMatchObject([{ task_id: 101 }]);
  expect(stage.bill()).toMatchObject([{ operation: "createSearchTasks", units: 1 }]);
});

test("and breaks what it is told to break", async () => {
  stage.fail("kryptogo", "createSearchTasks", "commit-then-reset");
  const error: unknown = await kryptogo()
    .searchTasks.create(search())
    .catch((thrown: unknown) => thrown);
  expect(isOutcomeUnknown(error)).toBe(true);
});

test("a browser can load the handlers: nothing of Node is in them", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { sandboxHandlers } from "../src/msw.js";`,
      resolveDir: dirname(fileURLToPath(import.meta.url)),
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    external: ["msw"],
    logLevel: "silent",
  });
  expect(outputFiles[0]?.text).not.toMatch(/["']node:(?!fs["'])/);
});
