import type { InputIssue } from "./errors/input-error.js";

/** A base URL that was looked at: every request stays below it. */
export interface BaseUrl {
  readonly origin: string;
  /** Path without a slash at the end; "" at the root. */
  readonly path: string;
}

/** Reads a base URL, or says what is wrong with it without quoting it. */
export function readBaseUrl(value: unknown, allowInsecureHttp: boolean): BaseUrl | InputIssue {
  const problem = (expected: string): InputIssue => ({ path: "baseUrl", code: "invalid", expected });
  if (typeof value !== "string" || value === "") return problem("an absolute URL");
  // Checked before parsing: the parser drops tabs, line breaks and surplus slashes, and takes a backslash for a slash.
  if (!/^https?:\/\/[^\s\\/][^\s\\]*$/i.test(value)) return problem("an absolute https URL without white space");
  const url = parse(value);
  if (url === undefined) return problem("an absolute https URL");
  if (url.username !== "" || url.password !== "") return problem("a URL without user name and password");
  if (url.search !== "" || url.hash !== "") return problem("a URL without query and fragment");
  if (url.protocol === "http:" && !isLoopback(url.hostname) && !allowInsecureHttp)
    return problem("https (http only for this machine, or with allowInsecureHttp)");
  return { origin: url.origin, path: withoutLastSlashes(url.pathname) };
}

function withoutLastSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end--;
  return path.slice(0, end);
}

/** Whether a host name is this machine. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function parse(value: string): URL | undefined {
  try {
    return new URL(value);
  } catch {
    return undefined;
  }
}
