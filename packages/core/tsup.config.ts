import { defineConfig } from "tsup";
import { joinChunks } from "./scripts/tsup-join.ts";
import { requireChunks } from "./scripts/tsup-require-chunks.ts";

const shared = {
  dts: true,
  target: "es2022",
  splitting: true,
  treeshake: { moduleSideEffects: false as const },
};
/** zod's own entry loads 66 locales (48 ms); the part that is used is 3 ms. */
const inlined = /^zod/;
// Both forms have the same entries, written out twice because knip reads them here.
// The build script empties dist: configurations run at once, and one would take the other's files away.
export default defineConfig([
  {
    ...shared,
    format: ["esm"],
    entry: {
      index: "src/index.ts",
      schema: "src/schema-entry.ts",
      parser: "src/parser.ts",
      zod: "src/zod-entry.ts",
      callbacks: "src/callbacks-entry.ts",
      crypto: "src/crypto-entry.ts",
      "testing/index": "src/testing/index.ts",
      "testing/msw": "src/testing/msw.ts",
    },
    noExternal: [inlined],
    plugins: [joinChunks()],
  },
  // ky has no CommonJS form, and jest loads nothing else: there it comes along, still loaded at the first call.
  {
    ...shared,
    format: ["cjs"],
    entry: {
      index: "src/index.ts",
      schema: "src/schema-entry.ts",
      parser: "src/parser.ts",
      zod: "src/zod-entry.ts",
      callbacks: "src/callbacks-entry.ts",
      crypto: "src/crypto-entry.ts",
      "testing/index": "src/testing/index.ts",
      "testing/msw": "src/testing/msw.ts",
    },
    noExternal: [inlined, "ky"],
    plugins: [requireChunks],
  },
  {
    ...shared,
    format: ["esm", "cjs"],
    entry: { "testing/node/index": "src/testing/node/index.ts", "node/index": "src/node/index.ts" },
    noExternal: [inlined],
    tsconfig: "tsconfig.node.json",
  },
]);
