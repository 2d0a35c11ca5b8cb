import { assert, jsonValue, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { nestsDeeperThan } from "../../src/json/nesting.js";

test.each<[string, boolean]>([
  ["[[[]]]", false],
  ["[[[[]]]]", true],
  ['{"a":{"b":{"c":1}}}', false],
  ['{"a":{"b":{"c":[]}}}', true],
  ["[][][][][]", false],
  ['["[[[[[[","\\"[[[[[["]', false],
  ['["\\\\",[[[1]]]]', true],
  ['["\\\\\\"",[[1]]]', false],
  ['["never closed [[[[', false],
  ['["never closed either \\"', false],
  ["]]]][[[[", false],
])("%s nests deeper than three levels: %s", (text, expected) => {
  expect(nestsDeeperThan(text, 3)).toBe(expected);
});

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test("agrees with a count of what was parsed, for any JSON", () => {
  assert(
    property(jsonValue({ maxDepth: 6 }), nat(6), (value, depth) => {
      expect(nestsDeeperThan(JSON.stringify(value), depth)).toBe(depthOf(value) > depth);
    }),
    { numRuns: 500 },
  );
});
