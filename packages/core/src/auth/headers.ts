import type { InputIssue } from "../errors/input-error.js";
import { ownOnly } from "../own.js";
import type { Auth } from "./types.js";

/** Headers of the caller's own, for a proxy that stands before the vendor. Shown to nobody. */
export class HeadersAuth implements Auth {
  readonly #headers: Readonly<Record<string, string>>;

  constructor(headers: Readonly<Record<string, string>>) {
    this.#headers = ownOnly(headers);
  }

  headers(): Record<string, string> {
    return { ...this.#headers };
  }
}

/** Set by us, or by the runtime, from what is sent. */
const taken = /^(?:host|connection|content-.*|accept|transfer-encoding|te|trailer|upgrade|keep-alive|expect)$/i;

/** What is wrong with headers of the caller's own. Quotes neither names nor values: both may be secrets. */
export function headerIssues(path: string, headers: unknown): InputIssue[] {
  if (headers === undefined) return [];
  if (typeof headers !== "object" || headers === null || Array.isArray(headers))
    return [{ path, code: "invalid", expected: "an object of header names and values" }];
  const issues: InputIssue[] = [];
  for (const [name, value] of Object.entries(headers as Record<string, unknown>)) {
    if (!/^[!#$%&'*+.^`|~\w-]+$/.test(name))
      issues.push({ path: `${path}.*`, code: "invalid", expected: "the name of a header" });
    else if (taken.test(name))
      issues.push({ path: `${path}.*`, code: "refused", expected: "no header that belongs to the connection or body" });
    // A scheme and its token are one value with a space in it.
    if (typeof value !== "string" || !/^[\u0021-\u007e]+(?: [\u0021-\u007e]+)*$/.test(value))
      issues.push({ path: `${path}.*`, code: "invalid", expected: "visible ASCII characters" });
  }
  return issues;
}
