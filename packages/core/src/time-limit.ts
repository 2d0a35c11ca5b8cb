import { longestTimer } from "./deadline.js";
import type { InputIssue } from "./errors/input-error.js";

/** What is wrong with a time limit. */
export function timeoutIssue(path: string, ms: unknown): InputIssue | undefined {
  if (typeof ms === "number" && ms >= 1 && ms <= longestTimer) return undefined;
  return { path, code: "out_of_range", expected: `1 to ${longestTimer} milliseconds` };
}
