import { describe, expect, test } from "vitest";
import { HeadersAuth, headerIssues } from "../../src/auth/headers.js";
import { HeaderKeyAuth, noAuth } from "../../src/auth/header-key.js";

test("a key goes into the header of the vendor's choice", () => {
  expect(new HeaderKeyAuth("x-api-key", "key-1").headers()).toEqual({ "x-api-key": "key-1" });
});

test("without a credential no header is set", () => {
  expect(noAuth.headers({ remainingMs: 1, signal: new AbortController().signal })).toEqual({});
});

describe("headers of the caller's own", () => {
  test("are those that were given, however they are changed later", () => {
    const given: Record<string, string> = { "x-key": "1" };
    const auth = new HeadersAuth(given);
    given["x-key"] = "2";
    auth.headers()["x-key"] = "3";
    expect(auth.headers()).toEqual({ "x-key": "1" });
  });

  test("may be none", () => {
    expect([headerIssues("headers", undefined), headerIssues("headers", {})]).toEqual([[], []]);
  });

  test.each([[null], [["x-key", "1"]], ["x-key: 1"], [5], [() => ({})]])("are an object, not %o", (headers) => {
    expect(headerIssues("headers", headers)).toEqual([
      { path: "headers", code: "invalid", expected: "an object of header names and values" },
    ]);
  });

  test.each(["x", "X-Key", "!#$%&'*+.^`|~_-09azAZ", "x-host", "host-x", "x-content-type", "te-x", "contents"])(
    "may be named %s",
    (name) => {
      expect(headerIssues("headers", { [name]: "1" })).toEqual([]);
    },
  );

  test.each(["", " x", "x ", "x y", "x:", "(x", "x\n", "ü", "x/y"])("are not named %j, which is no name", (name) => {
    expect(headerIssues("headers", { [name]: "1" })).toEqual([
      { path: "headers.*", code: "invalid", expected: "the name of a header" },
    ]);
  });

  test.each([
    "host",
    "Connection",
    "content-type",
    "Content-Length",
    "content-x",
    "accept",
    "transfer-encoding",
    "te",
    "trailer",
    "upgrade",
    "keep-alive",
    "expect",
  ])("are not %s, which belongs to the connection or body", (name) => {
    expect(headerIssues("headers", { [name]: "1" })).toEqual([
      { path: "headers.*", code: "refused", expected: "no header that belongs to the connection or body" },
    ]);
  });

  test.each(["1", "!~", "Basic dXNlcjpwYXNz", "a b c", "Digest a=1, bc=23"])("may have the value %j", (value) => {
    expect(headerIssues("headers", { "x-key": value })).toEqual([]);
  });

  test.each([[""], [" a"], ["a "], ["a  b"], ["\na"], ["a\n"], ["a\tb"], ["a\u007f"], ["ü"], [7], [null], [["a"]]])(
    "do not have the value %j",
    (value) => {
      expect(headerIssues("headers", { "x-key": value })).toEqual([
        { path: "headers.*", code: "invalid", expected: "visible ASCII characters" },
      ]);
    },
  );

  test("are looked at one by one, name and value", () => {
    expect(headerIssues("proxy", { "x y": "", a: "1", te: "\n" }).map(({ path, code }) => [path, code])).toEqual([
      ["proxy.*", "invalid"],
      ["proxy.*", "invalid"],
      ["proxy.*", "refused"],
      ["proxy.*", "invalid"],
    ]);
  });
});
