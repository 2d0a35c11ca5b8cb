import { defineConfig } from "tsup";

const shared = { format: ["esm", "cjs"] as const, dts: true, target: "es2022", splitting: true, treeshake: true };

export default defineConfig([
  {
    ...shared,
    format: [...shared.format],
    clean: true,
    entry: {
      index: "src/index.ts",
      schema: "src/schema-entry.ts",
      callbacks: "src/callbacks-entry.ts",
      "testing/index": "src/testing/index.ts",
      "testing/msw": "src/testing/msw.ts",
    },
  },
  {
    ...shared,
    format: [...shared.format],
    entry: { "testing/node/index": "src/testing/node/index.ts" },
    tsconfig: "tsconfig.node.json",
  },
]);
