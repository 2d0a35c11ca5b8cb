import * as fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { JsonFault } from "../../src/json/fault.js";
import { parseJson } from "../../src/json/parse.js";
import { isTooWide } from "../../src/json/width.js";

describe("a text with more values than are read", () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ["items", `[${"1,".repeat(5_000_000)}1]`],
    ["keys", `{${Array.from({ length: 300_000 }, (_, n) => `"${n}":1`).join()}}`],
    ["empty objects", `[${"{},".repeat(500_000)}{}]`],
  ])("is refused before it is parsed: %s", (_, text) => {
    const parse = vi.spyOn(JSON, "parse");
    expect(() => parseJson(text)).toThrow(new JsonFault("too_many_values"));
    expect(parse).not.toHaveBeenCalled();
  });

  test("commas inside strings are no values", () => {
    const text = JSON.stringify({ a: ",".repeat(900_000), b: '\\",'.repeat(300_000) });
    expect(isTooWide(text, 200_000)).toBe(false);
    expect(parseJson(text)).toMatchObject({ a: expect.any(String) });
  });

  test("a string that does not end is left to the parser", () => {
    const text = `["${",".repeat(900_000)}`;
    expect(isTooWide(text, 200_000)).toBe(false);
    expect(() => parseJson(text)).toThrow(new JsonFault("truncated"));
  });

  test("a text with no more values than the limit never is", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.integer({ min: 0, max: 20 }), (text, limit) => {
        fc.pre(isTooWide(text, limit));
        expect(() => parseJson(text, [], { maxValues: limit })).toThrow(new JsonFault("too_many_values"));
        let values = 0;
        JSON.parse(text, (_, value: unknown) => (values++, value));
        expect(values).toBeGreaterThan(limit);
      }),
    );
  });
});
