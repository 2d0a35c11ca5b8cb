import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCallback } from "../../src/callback.js";
import { JsonFault } from "../../src/json/fault.js";
import { parseJson } from "../../src/json/parse.js";

const read = (text: string, decisive: readonly string[] = []): unknown =>
  parseJson(text, decisive, { unsafeIntegers: "text" });

describe("integers that a number would round, kept as text", () => {
  test.each([
    ["15952089931162059995", "15952089931162059995"],
    ["-9007199254740993", "-9007199254740993"],
    ["[9007199254740992,1]", ["9007199254740992", 1]],
    ['{"id" :\n 15952089931162059995\n}', { id: "15952089931162059995" }],
    ['{"a":{"b":[[{"id":12345678901234567}]]}}', { a: { b: [[{ id: "12345678901234567" }]] } }],
    ['["\\"15952089931162059995",15952089931162059995]', ['"15952089931162059995', "15952089931162059995"]],
  ])("%s", (text, value) => {
    expect(read(text)).toEqual(value);
  });

  test.each([
    "9007199254740991",
    "-9007199254740991",
    '"15952089931162059995"',
    '{"15952089931162059995":1}',
    '"id 15952089931162059995, see there"',
    "9007199254740993.5",
    "12345678901234567e2",
    "0.12345678901234567890",
    '{"amount":"1820.17","big":"150.50000000000000000001"}',
  ])("leaves %s alone", (text) => {
    expect(read(text)).toEqual(JSON.parse(text));
  });

  test.each(["{15952089931162059995:1}", "015952089931162059995", "[15952089931162059995", "15952089931162059995x"])(
    "does not make JSON of %s",
    (text) => {
      expect(() => read(text)).toThrow(JsonFault);
    },
  );

  test("a decision that stands twice is refused all the same", () => {
    expect(() => read('{"status":15952089931162059995,"status":1}', ["status"])).toThrow("duplicate_key");
  });

  test("without being asked for they are refused", () => {
    expect(() => parseJson("15952089931162059995")).toThrow("unsafe_integer");
  });

  test("a string of 9 MB does not exhaust the stack", () => {
    const long = 'A\\"1'.repeat(2_000_000);
    expect(read(`{"a":"${long}","id":15952089931162059995}`)).toHaveProperty("id", "15952089931162059995");
  });

  test("come back digit by digit wherever they stand", () => {
    const big = fc.bigInt().filter((n) => n > 9007199254740991n || n < -9007199254740991n);
    const space = fc.constantFrom("", " ", "\n");
    fc.assert(
      fc.property(big, fc.jsonValue(), space, (n, other, gap) => {
        const plain = JSON.parse(JSON.stringify(other)) as unknown;
        const text = `{"id":${gap}${n}${gap},"other":${JSON.stringify(plain)},"list":[${n},${gap}"${n}"]}`;
        const value = read(text) as { id: string; list: string[]; other: unknown };
        expect([value.id, value.list]).toEqual([String(n), [String(n), String(n)]]);
        if (!/\d{16}/.test(JSON.stringify(plain))) expect(value.other).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  test("are kept in a callback that asks for it", () => {
    expect(readCallback("vendor", '{"id":15952089931162059995}', [], { unsafeIntegers: "text" })).toEqual({
      id: "15952089931162059995",
    });
    expect(() => readCallback("vendor", '{"id":15952089931162059995}', [])).toThrow("unsafe_integer");
  });
});
