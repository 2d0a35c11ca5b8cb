import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentProblem } from "../../src/path-segment.js";
import { place } from "../../src/place.js";
import { contract } from "./contract.js";

describe("a value that becomes one segment of a path", () => {
  test.each([
    "42",
    "a",
    "a b",
    "a.b",
    "...",
    "-",
    "~",
    "王小明",
    "😀",
    "50%",
    "%",
    "%zz",
    "a&b=c",
    "a;b",
    "a:b",
    "@",
    "*",
    "'",
    '"',
    "<>",
    "{id}",
  ])("may be %j", (value) => {
    expect(segmentProblem(value)).toBeUndefined();
  });

  test("is not empty", () => {
    expect(segmentProblem("")).toBe("empty");
  });

  test("is at most 256 characters long", () => {
    expect(segmentProblem("x".repeat(256))).toBeUndefined();
    expect(segmentProblem("x".repeat(257))).toBe("longer than 256 characters");
  });

  test.each([
    ".",
    "..",
    "%2e",
    "%2E",
    "%2e%2e",
    "%2E%2e",
    ".%2e",
    "%2e.",
    "%252e%252e",
    "%25%32%65",
    "%2525252e%2525252e",
    "%25252e.",
  ])("refuses the dot segment %j however often it is encoded", (value) => {
    expect(segmentProblem(value)).toBe("a dot segment");
  });

  test.each(["../x", "x/..", "a/b", "/", "a\\b", "..\\x", "a?x=1", "a/b?x=1", "a#b", "#", "?"])(
    "refuses %j, which is more than one segment",
    (value) => {
      expect(segmentProblem(value)).toBe("more than one path segment");
    },
  );

  test.each([
    "%2f",
    "%2F",
    "a%2fb",
    "%252f",
    "%25252f",
    "%2525252525252f",
    "..%2fx",
    "%2e%2e%2fx",
    "..%252f",
    "%5c",
    "%255c",
    "%3fx=1",
    "%23",
    "%253f",
  ])("refuses the separator in %j at any depth of encoding", (value) => {
    expect(segmentProblem(value)).toBe("more than one path segment");
  });

  test("refuses every control character, plain, encoded and encoded twice", () => {
    const controls = [
      ...Array.from({ length: 32 }, (_, code) => code),
      127,
      ...Array.from({ length: 32 }, (_, n) => 128 + n),
    ];
    const forms = controls.flatMap((code) => {
      const hex = code.toString(16).padStart(2, "0");
      return [`a${String.fromCharCode(code)}b`, `a%${hex}b`, `a%25${hex}b`];
    });
    expect(forms).toHaveLength(195);
    expect(forms.filter((value) => segmentProblem(value) === undefined)).toEqual([]);
  });

  test.each(["\ud800", "\udc00", "a\ud83d", "\ude00\ud83d"])(
    "refuses a lone surrogate, which no server would get as it is: %j",
    (value) => {
      expect(segmentProblem(value)).toBe("not well-formed Unicode");
    },
  );

  test("refuses what is encoded ten times over: nobody means that", () => {
    expect(segmentProblem(`%${"25".repeat(12)}41`)).toBe("encoded too often");
  });

  test("says what is wrong without the value", () => {
    expect(segmentProblem("王小明/../A123456789")).toBe("more than one path segment");
  });
});

describe("whatever is accepted", () => {
  /** Text that is likelier than chance to be an attack. */
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(
        "%",
        "2",
        "5",
        "e",
        "f",
        "E",
        "F",
        ".",
        "/",
        "\\",
        "?",
        "#",
        "c",
        "0",
        "a",
        ";",
        " ",
        "{",
        "}",
      ),
      maxLength: 16,
    }),
  );

  test("arrives as exactly one decoded segment, equal to the input", () => {
    let accepted = 0;
    fc.assert(
      fc.property(hostile, (id) => {
        const placed = place(contract(), "/v1/things/{id}/parts", { id });
        if (!("target" in placed)) {
          expect(segmentProblem(id)).toBeDefined();
          return;
        }
        accepted++;
        const url = new URL(`https://vendor.test/base${placed.target}`);
        expect(url.origin).toBe("https://vendor.test");
        expect(url.search + url.hash).toBe("");
        expect(url.pathname.split("/").map(decodeURIComponent)).toEqual(["", "base", "v1", "things", id, "parts"]);
        expect(url.href).toBe(`https://vendor.test/base${placed.target}`);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  test("stays one segment for servers that decode up to five times more than they should", () => {
    fc.assert(
      fc.property(hostile, (id) => {
        fc.pre(segmentProblem(id) === undefined);
        let seen = id;
        for (let level = 0; level < 5; level++) {
          expect(seen).not.toMatch(/[/\\?#]/);
          expect([".", ".."]).not.toContain(seen);
          seen = seen.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
