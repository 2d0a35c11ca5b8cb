import type { Options } from "tsup";

/** Loads later parts of a CommonJS build by `require`: jest runs no `import()` there. */
export const requireChunks: NonNullable<Options["plugins"]>[number] = {
  name: "require-chunks",
  renderChunk: (code) => ({
    code: code.replace(/\bimport\((["']\.\/[^"']+["'])\)/g, "Promise.resolve().then(() => require($1))"),
  }),
};
