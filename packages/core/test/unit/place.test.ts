import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { multipartForm } from "../../src/multipart.js";
import { type PlacedRequest, place } from "../../src/place.js";
import { contract } from "./contract.js";

const list = contract({ method: "GET", path: "/things" });
const get = (input: unknown): unknown => place(list, "/things", input);

describe("the path", () => {
  test("takes its placeholders out of the input", () => {
    expect(place(contract(), "/things/{id}", { id: 42 })).toEqual({
      target: "/things/42",
      contentType: undefined,
      body: undefined,
    });
  });

  test("escapes what a segment cannot hold", () => {
    expect(place(contract(), "/things/{id}", { id: "王 &%" })).toMatchObject({ target: "/things/%E7%8E%8B%20%26%25" });
  });

  test("keeps 0", () => {
    expect(place(contract(), "/things/{id}", { id: 0 })).toMatchObject({ target: "/things/0" });
  });

  test.each([undefined, null, "", true, {}, [], () => 1, Symbol("x"), 1n])("refuses %o for a placeholder", (id) => {
    expect(place(contract(), "/things/{id}", { id })).toEqual([
      { path: "id", code: "invalid_path_value", expected: "one path segment, not empty" },
    ]);
  });

  test("names every placeholder that cannot be filled, at once", () => {
    expect(place(contract(), "/{a}/{b}/{c}", { a: "..", b: "ok", c: "x/y" })).toEqual([
      { path: "a", code: "invalid_path_value", expected: "one path segment, not a dot segment" },
      { path: "c", code: "invalid_path_value", expected: "one path segment, not more than one path segment" },
    ]);
  });

  test("does not take a placeholder out of the prototype", () => {
    expect(place(contract(), "/things/{constructor}", {})).toEqual([
      { path: "constructor", code: "invalid_path_value", expected: "one path segment, not empty" },
    ]);
  });

  test("is not filled a second time with what a value looks like", () => {
    expect(place(contract(), "/{a}/{b}", { a: "{b}", b: "x" })).toMatchObject({ target: "/%7Bb%7D/x" });
  });
});

describe("the query of a read", () => {
  test("is absent when there is nothing to ask", () => {
    expect(get({})).toEqual({ target: "/things", contentType: undefined, body: undefined });
    expect(get(undefined)).toEqual({ target: "/things", contentType: undefined, body: undefined });
  });

  test("keeps 0, false and the empty text", () => {
    expect(get({ offset: 0, open: false, name: "" })).toMatchObject({ target: "/things?offset=0&open=false&name=" });
  });

  test("leaves out undefined and null", () => {
    expect(get({ a: undefined, b: null, c: 1 })).toMatchObject({ target: "/things?c=1" });
  });

  test("repeats the name for each element of an array", () => {
    expect(get({ id: [1, 2, 0], none: [] })).toMatchObject({ target: "/things?id=1&id=2&id=0" });
    expect(get({ id: ["a", null, undefined, "b"] })).toMatchObject({ target: "/things?id=a&id=b" });
  });

  test("escapes names and values", () => {
    expect(get({ "a&b": "c=d&e#f", plus: "1+1 =2" })).toMatchObject({
      target: "/things?a%26b=c%3Dd%26e%23f&plus=1%2B1+%3D2",
    });
  });

  test("is used by DELETE as well, which has no body", () => {
    expect(place(contract({ method: "DELETE" }), "/things/{id}", { id: 1, reason: "x" })).toEqual({
      target: "/things/1?reason=x",
      contentType: undefined,
      body: undefined,
    });
  });

  test.each([{}, { a: 1 }, [[1]], [{ a: 1 }], new Date(0), () => 1, Symbol("x")])(
    "refuses %o, which has no form there",
    (value) => {
      expect(get({ name: value })).toEqual([
        { path: "name", code: "invalid_query_value", expected: "text, a number or a boolean" },
      ]);
    },
  );

  test("refuses a lone surrogate: it would arrive as another character, and a look-up would miss its record", () => {
    expect(get({ reference: "a\ud800" })).toEqual([
      { path: "reference", code: "invalid_query_value", expected: "well-formed Unicode" },
    ]);
  });

  test("names what is wrong in path and query at once", () => {
    expect(place(contract(), "/things/{id}", { id: "..", filter: {} })).toEqual([
      { path: "id", code: "invalid_path_value", expected: "one path segment, not a dot segment" },
      { path: "filter", code: "invalid_query_value", expected: "text, a number or a boolean" },
    ]);
  });
});

describe("the body of a write", () => {
  const create = contract({ method: "POST", path: "/things" });

  test("is what path and query left over, as JSON", () => {
    const endpoint = contract({ method: "PUT", query: ["dry_run" as never] });
    expect(place(endpoint, "/things/{id}", { id: 1, dry_run: false, name: "王", note: null, count: 0 })).toEqual({
      target: "/things/1?dry_run=false",
      contentType: "application/json",
      body: '{"name":"王","note":null,"count":0}',
    });
  });

  test("leaves out undefined and keeps null", () => {
    expect(place(create, "/things", { a: undefined, b: null })).toMatchObject({ body: '{"b":null}' });
  });

  test("is absent when nothing is left over", () => {
    expect(place(contract({ method: "POST" }), "/things/{id}", { id: 1 })).toEqual({
      target: "/things/1",
      contentType: undefined,
      body: undefined,
    });
  });

  test("leaves out of the query what the caller left out", () => {
    expect(place(contract({ method: "POST", query: ["dry_run" as never] }), "/things", { a: 1 })).toMatchObject({
      target: "/things",
    });
  });

  test.each([
    [[1, 2], "[1,2]"],
    [[], "[]"],
    [{ a: 1 }, '{"a":1}'],
    [null, "null"],
    [0, "0"],
  ])("is one field alone where the contract says so: %j", (items, body) => {
    expect(place(contract({ method: "POST", body: "items" as never }), "/things/{id}", { id: 7, items })).toEqual({
      target: "/things/7",
      contentType: "application/json",
      body,
    });
  });

  test("carries a field named __proto__ as any other", () => {
    const input: unknown = JSON.parse('{"__proto__":{"a":1},"b":2}');
    expect(place(create, "/things", input)).toMatchObject({ body: '{"__proto__":{"a":1},"b":2}' });
  });
});

describe("the body of a deletion", () => {
  test("is there when the contract says how it is written", () => {
    const endpoint = contract({ method: "DELETE", path: "/things", encoding: "json" });
    expect(place(endpoint, "/things", { ids: ["a"] })).toEqual({
      target: "/things",
      contentType: "application/json",
      body: '{"ids":["a"]}',
    });
  });
});

describe("a multipart body", () => {
  test("is written by what the contract names, which knows the boundary", () => {
    const upload = contract({ method: "POST", encoding: "multipart", form: multipartForm });
    expect(place(upload, "/things/{id}", { id: 1, kind: "passport" })).toMatchObject({
      target: "/things/1",
      contentType: expect.stringMatching(/^multipart\/form-data; boundary=-{4}form-[0-9a-f-]{36}$/),
    });
  });

  test("without a writer is a fault of the contract", () => {
    const upload = contract({ method: "POST", encoding: "multipart" });
    expect(() => place(upload, "/things/{id}", { id: 1, kind: "passport" })).toThrow(/writer/);
  });
});

describe("no value of the input", () => {
  const json = fc.jsonValue({ maxDepth: 2, stringUnit: "binary" });
  const value = fc.oneof(
    json,
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "..",
      "//evil.test",
      "https://evil.test",
      "\\\\evil.test",
      "?",
      "#",
      "%2e%2e",
      "@evil.test",
      undefined,
      null,
    ),
  );
  const others = fc.dictionary(fc.oneof(fc.constantFrom("__proto__"), fc.string({ unit: "binary" })), value);
  const input = fc
    .tuple(others, fc.record({ id: value, part: value, q: value }))
    .map(([rest, named]) => ({ ...rest, ...named }));

  test.each(["GET", "DELETE", "POST", "PUT", "PATCH"] as const)(
    "changes the origin or the path before it: %s",
    (method) => {
      let placedSome = false;
      fc.assert(
        fc.property(input, (given) => {
          const placed = place(contract({ method, query: ["q" as never] }), "/v1/things/{id}/parts/{part}", given);
          if (!("target" in placed)) return;
          placedSome = true;
          const url = new URL(`https://vendor.test/base${placed.target}`);
          expect(url.origin).toBe("https://vendor.test");
          expect(url.pathname).toMatch(/^\/base\/v1\/things\/[^/]+\/parts\/[^/]+$/);
          expect(url.hash).toBe("");
          // Nothing is normalised on the way: what was built is what is requested.
          expect(url.href).toBe(`https://vendor.test/base${placed.target}`);
        }),
        { numRuns: 500 },
      );
      expect(placedSome).toBe(true);
    },
  );

  test("is lost or changed in the query", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(
        fc.dictionary(text, fc.oneof(text, fc.array(text), fc.double(), fc.boolean()), { noNullPrototype: true }),
        (given) => {
          const placed = get(given) as PlacedRequest;
          const sent = [...new URL(`https://vendor.test${placed.target}`).searchParams];
          const meant = Object.entries(given).flatMap(([name, one]) =>
            [one].flat().map((each) => [name, String(each)]),
          );
          expect(sent).toEqual(meant);
        },
      ),
    );
  });
});
