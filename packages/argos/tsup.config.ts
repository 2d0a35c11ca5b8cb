import { defineConfig } from "tsup";
import { joinChunks } from "../core/scripts/tsup-join.ts";
import { parserFirst } from "../core/scripts/tsup-parser.ts";
import { markPure } from "../core/scripts/tsup-pure.ts";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    "endpoints/index": "src/endpoints/index.ts",
    "callbacks/index": "src/callbacks/index.ts",
    "zod/index": "src/zod/index.ts",
    "testing/index": "src/testing/index.ts",
  },
  format: ["esm", "cjs"],
  dts: true,
  clean: true,
  target: "es2022",
  splitting: true,
  esbuildPlugins: [markPure, parserFirst],
  plugins: [joinChunks("callbacks/index")],
  // Left to parserFirst.
  noExternal: [/^zod/],
});
