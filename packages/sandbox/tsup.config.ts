import { defineConfig } from "tsup";

const shared = { target: "es2022", treeshake: true } as const;

// The build script empties dist: two configurations run at once, and either would take the other's files away.
export default defineConfig([
  {
    ...shared,
    entry: { index: "src/index.ts", msw: "src/msw.ts" },
    format: ["esm", "cjs"],
    dts: true,
    splitting: true,
    // CommonJS has no import.meta, by which the page is found.
    shims: true,
  },
  { ...shared, entry: { cli: "src/cli.ts" }, format: ["esm"] },
]);
