import { join } from "node:path";
import { root, run } from "./run.ts";

/** Runs what touches schemas once more, with the parsers of the built packages in the place of zod. */
const suites: Readonly<Record<string, string>> = {
  kryptogo: "conformance callbacks input lookup",
  "kyc-portal": "conformance callbacks input answers",
  argos: "conformance callbacks samples paging",
  "verifyvasp-kyt": "conformance callbacks assess",
};

const failed = Object.entries(suites).filter(
  ([name, files]) => !run(`PARSERS=1 vitest run --reporter=dot ${files}`, join(root, "packages", name)),
);
process.exitCode = failed.length === 0 ? 0 : 1;
