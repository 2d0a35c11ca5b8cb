import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    // Memory is measured after a collection.
    execArgv: ["--expose-gc"],
    reporters: ["default", ["json", { outputFile: ".vitest/results.json" }]],
  },
});
