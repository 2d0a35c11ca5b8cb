import { knownKeys, printablePath } from "./drift.js";
import type { AnyEndpoint } from "./endpoint.js";
import type { InputIssue } from "./errors/input-error.js";
import { documentedIssues, type Issue } from "./issues.js";

/** Everything that is wrong with an input, without a value of it. */
export function inputIssues(endpoint: AnyEndpoint, input: unknown): InputIssue[] {
  const issues = documentedIssues(endpoint.input, input);
  return issues.flatMap((issue) => closestOption(issue)).flatMap((issue) => describe(endpoint, issue));
}

/** A union says only that nothing fitted; the option with the fewest objections is the one that was meant. */
function closestOption(issue: Issue): readonly Issue[] {
  const options = (issue.errors ?? []).filter((errors) => errors.every((error) => (error.path ?? []).length > 0));
  const closest = options.toSorted((a, b) => a.length - b.length)[0];
  if (issue.code !== "invalid_union" || closest === undefined) return [issue];
  return closest.flatMap((inner) => closestOption({ ...inner, path: [...(issue.path ?? []), ...(inner.path ?? [])] }));
}

function describe(endpoint: AnyEndpoint, issue: Issue): InputIssue[] {
  const path = printablePath(endpoint.input, issue.path ?? []);
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(endpoint.input, issue.path ?? []);
    return (issue.keys ?? [])
      .slice(0, 20)
      .map((key) => ({ path: path === "" ? "*" : `${path}.*`, code: "unknown_field", expected: hint(key, known) }));
  }
  const expected = expectation(issue);
  const code = codeOf(issue);
  return [expected === undefined ? { path, code } : { path, code, expected }];
}

/** The unknown name itself may be a person's; the documented one next to it never is. */
function hint(key: string, known: readonly string[]): string {
  const near = known.find((name) => distance(key.toLowerCase(), name) <= 2);
  return near === undefined ? "documented fields only" : `documented fields only (did you mean ${near}?)`;
}

/** Edits that turn one word into another. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 3;
}

function codeOf(issue: Issue): string {
  if (issue.code === "invalid_type" && issue.input === undefined) return "missing";
  return issue.code === "custom" ? "invalid" : (issue.code ?? "invalid");
}

/** What would be right, in words that hold nothing of the caller. */
function expectation(issue: Issue): string | undefined {
  if (issue.values !== undefined) return `one of ${issue.values.map(String).join(", ")}`;
  if (typeof issue.params?.expected === "string") return issue.params.expected;
  if (issue.code === "too_small") return `at least ${String(issue.minimum)}`;
  if (issue.code === "too_big") return `at most ${String(issue.maximum)}`;
  if (typeof issue.format === "string") return issue.format;
  if (issue.code === "invalid_union") return unionExpectation(issue);
  return typeof issue.expected === "string" ? issue.expected : undefined;
}

function unionExpectation(issue: Issue): string | undefined {
  const options = new Set((issue.errors ?? []).map((errors) => errors[0] && expectation(errors[0])));
  options.delete(undefined);
  return options.size === 0 ? undefined : [...options].join(" or ");
}
