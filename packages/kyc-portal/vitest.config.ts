import { defineConfig } from "vitest/config";
import { parserAlias } from "../core/scripts/parser-alias.ts";

export default defineConfig({
  resolve: { alias: parserAlias() },
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    reporters: ["default", ["json", { outputFile: ".vitest/results.json" }]],
  },
});
