import type { AnyEndpoint } from "./endpoint.js";
import type { InputIssue } from "./errors/input-error.js";
import type { Form } from "./multipart.js";
import { segmentProblem } from "./path-segment.js";

/** An input laid out as its contract says. */
export interface PlacedRequest {
  /** Path with every placeholder filled, and the query. */
  readonly target: string;
  readonly contentType: string | undefined;
  readonly body: string | Form | undefined;
}

/** Lays an input out over path, query and body, or says which values cannot go where they belong. */
export function place(endpoint: AnyEndpoint, template: string, input: unknown): PlacedRequest | readonly InputIssue[] {
  const goes = ([name, value]: [string, unknown]): boolean =>
    value !== undefined && endpoint.omits?.includes(name) !== true;
  const rest = new Map<string, unknown>(Object.entries(input ?? {}).filter(goes));
  for (const [name, value] of Object.entries(endpoint.adds ?? {})) rest.set(name, value);
  const issues: InputIssue[] = [];
  const path = template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = rest.get(name);
    if (endpoint.repeats?.includes(name) !== true) rest.delete(name);
    const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
    const problem = segmentProblem(text);
    if (problem === undefined) return encodeURIComponent(text);
    issues.push({ path: name, code: "invalid_path_value", expected: `one path segment, not ${problem}` });
    return placeholder;
  });

  const query = new URLSearchParams();
  const toQuery = hasBody(endpoint) ? (endpoint.query ?? []) : [...rest.keys()];
  for (const name of toQuery) {
    addToQuery(query, name, rest.get(name), issues);
    rest.delete(name);
  }
  if (issues.length > 0) return issues;

  const search = query.size > 0 ? `?${query}` : "";
  return { target: path + search, ...placeBody(endpoint, rest) };
}

/** Reads and deletions have none, unless the contract of a deletion says how it is written. */
export function hasBody({ method, encoding }: AnyEndpoint): boolean {
  return method === "DELETE" ? encoding !== undefined : method !== "GET";
}

function addToQuery(query: URLSearchParams, name: string, value: unknown, issues: InputIssue[]): void {
  for (const one of Array.isArray(value) ? value : [value]) {
    if (one === undefined || one === null) continue;
    if (typeof one === "object" || typeof one === "function" || typeof one === "symbol")
      issues.push({ path: name, code: "invalid_query_value", expected: "text, a number or a boolean" });
    // A lone surrogate would arrive as another character, and a look-up would search for another reference.
    else if (!String(one).isWellFormed())
      issues.push({ path: name, code: "invalid_query_value", expected: "well-formed Unicode" });
    else query.append(name, String(one));
  }
}

function placeBody(endpoint: AnyEndpoint, rest: ReadonlyMap<string, unknown>): Omit<PlacedRequest, "target"> {
  if (!hasBody(endpoint) || (rest.size === 0 && endpoint.bodyAlways !== true))
    return { contentType: undefined, body: undefined };
  if (endpoint.encoding === "multipart") {
    const form = endpoint.form?.(rest);
    if (form === undefined) throw new TypeError("A multipart contract names the writer of its form.");
    return { contentType: form.contentType, body: form };
  }
  if (endpoint.encoding === "form")
    return { contentType: "application/x-www-form-urlencoded", body: searchOf(rest).toString() };
  const body = endpoint.body === undefined ? Object.fromEntries(rest) : rest.get(endpoint.body);
  return { contentType: "application/json", body: JSON.stringify(body) };
}

function searchOf(fields: ReadonlyMap<string, unknown>): URLSearchParams {
  return new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
}
