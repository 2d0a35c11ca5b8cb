import type { InputIssue } from "./errors/input-error.js";

/** What is wrong with a credential that goes into a header; never quotes it. */
export function credentialProblem(path: string, value: unknown): InputIssue | undefined {
  if (typeof value !== "string" || value === "") return { path, code: "missing", expected: "a non-empty string" };
  // Anything else would be cut, folded or refused by some runtime, each with the value in its message.
  if (!/^[\u0021-\u007e]+$/.test(value))
    return { path, code: "invalid", expected: "visible ASCII characters without spaces" };
  return undefined;
}
