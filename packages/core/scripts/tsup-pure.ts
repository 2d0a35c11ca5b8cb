import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/**
 * Marks declarations of schemas and endpoints as free of side effects, so that a user's bundler drops those not used.
 *
 * The functions themselves are marked as well, but bundlers do not see through `schemaFor<T>()(...)`, a call of a call.
 */
export const markPure: Plugin = {
  name: "mark-pure",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        /(?<==\s|:\s)(?=(?:schemaFor|defineEndpoint|byPageNumber|byCursor)<)/g,
        "/* @__PURE__ */ ",
      ),
      loader: "ts",
    }));
  },
};
