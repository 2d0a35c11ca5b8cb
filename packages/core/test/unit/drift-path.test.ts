import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { judgeIssues, knownKeys, printablePath } from "../../src/drift.js";
import { documentedIssues } from "../../src/issues.js";

describe("what is printed of a path", () => {
  const inner = z.strictObject({ a: z.int() });
  const schema = z.strictObject({
    list: z.array(inner),
    record: z.record(z.string(), inner),
    // Of no option with a name alone, and not of the first.
    either: z.union([z.string(), z.strictObject({ inner }), z.strictObject({ other: inner })]),
  });

  test.each<[PropertyKey[], string]>([
    [[], ""],
    [["list", 0, "a"], "list.*.a"],
    [["record", "wang", "a"], "record.*.a"],
    [["record", "wang", "b"], "record.*.*"],
    [["either", "inner", "a"], "either.inner.a"],
    [["either", "other", "a"], "either.other.a"],
    [["either", "none", "a"], "either.*.*"],
    [["wang", "a"], "*.*"],
    [["constructor", "name"], "*.*"],
    [[Symbol("wang")], "*"],
  ])("%j has only names that are documented", (path, printed) => {
    expect(printablePath(schema, path)).toBe(printed);
  });

  test("an issue within the one option that was meant has its names", () => {
    const value = { list: [], record: {}, either: { inner: { a: 1, b: 2 } } };
    expect(judgeIssues(schema, value, documentedIssues(schema, value), [])).toEqual([
      { path: "either.inner.*", kind: "unknown_field", fatal: false },
    ]);
  });

  test.each<[PropertyKey[], string[]]>([
    [[], ["list", "record", "either"]],
    [["list"], []],
    [["list", 3], ["a"]],
    [["record", "wang"], ["a"]],
    [["either", "other"], ["a"]],
    [["either", "none"], []],
    [["wang", "a"], []],
  ])("at %j, the names that a hint may use are those of the object there", (path, names) => {
    expect(knownKeys(schema, path)).toEqual(names);
  });
});
