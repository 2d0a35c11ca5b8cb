import { defineConfig } from "tsup";

const shared = {
  format: ["esm", "cjs"] as const,
  dts: true,
  target: "es2022",
  splitting: true,
  treeshake: { moduleSideEffects: false as const },
  // Its own entry loads 66 locales (48 ms); the part that is used is 3 ms.
  noExternal: [/^zod/],
};

// The build script empties dist: two configurations run at once, and either would take the other's files away.
export default defineConfig([
  {
    ...shared,
    format: [...shared.format],
    entry: {
      index: "src/index.ts",
      schema: "src/schema-entry.ts",
      parser: "src/parser.ts",
      zod: "src/zod-entry.ts",
      callbacks: "src/callbacks-entry.ts",
      "testing/index": "src/testing/index.ts",
      "testing/msw": "src/testing/msw.ts",
    },
  },
  {
    ...shared,
    format: [...shared.format],
    entry: { "testing/node/index": "src/testing/node/index.ts", "node/index": "src/node/index.ts" },
    tsconfig: "tsconfig.node.json",
  },
]);
