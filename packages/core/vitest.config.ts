import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Wycheproof's files are not ours to ship: `WYCHEPROOF=<folder of testvectors_v1> vitest run test/unit/wycheproof.test.ts`.
    exclude: process.env["WYCHEPROOF"] === undefined ? ["test/unit/wycheproof.test.ts"] : [],
    testTimeout: 20_000,
    reporters: ["default", ["json", { outputFile: ".vitest/results.json" }]],
  },
});
