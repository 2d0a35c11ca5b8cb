import { defineConfig } from "tsup";
import { requireChunks } from "./scripts/tsup-require-chunks.ts";

const shared = { format: ["esm", "cjs"] as const, dts: true, target: "es2022", splitting: true, treeshake: true };
// Both forms have the same entries, written out twice because knip reads them here.
// The build script empties dist: configurations run at once, and one would take the other's files away.
export default defineConfig([
  {
    ...shared,
    format: ["esm"],
    entry: {
      index: "src/index.ts",
      schema: "src/schema-entry.ts",
      callbacks: "src/callbacks-entry.ts",
      "testing/index": "src/testing/index.ts",
      "testing/msw": "src/testing/msw.ts",
    },
  },
  // ky has no CommonJS form, and jest loads nothing else: there it comes along, still loaded at the first call.
  {
    ...shared,
    format: ["cjs"],
    entry: {
      index: "src/index.ts",
      schema: "src/schema-entry.ts",
      callbacks: "src/callbacks-entry.ts",
      "testing/index": "src/testing/index.ts",
      "testing/msw": "src/testing/msw.ts",
    },
    noExternal: ["ky"],
    plugins: [requireChunks],
  },
  {
    ...shared,
    format: [...shared.format],
    entry: { "testing/node/index": "src/testing/node/index.ts" },
    tsconfig: "tsconfig.node.json",
  },
]);
