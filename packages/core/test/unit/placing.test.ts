import { describe, expect, test } from "vitest";
import type { AnyEndpoint } from "../../src/endpoint.js";
import { place } from "../../src/place.js";
import { contract } from "./contract.js";

const post = (facts: object = {}): AnyEndpoint => contract({ method: "POST", effect: "create", ...facts });

describe("what a contract says of single fields", () => {
  test("an omitted field is checked and not sent", () => {
    const endpoint = post({ omits: ["consent"] as never });
    expect(place(endpoint, "/things", { name: "a", consent: true })).toMatchObject({ body: '{"name":"a"}' });
  });

  test("an added field is sent by every request, whatever the caller says", () => {
    const endpoint = post({ adds: { source: "api" } });
    expect(place(endpoint, "/things", { name: "a" })).toMatchObject({ body: '{"name":"a","source":"api"}' });
    expect(place(endpoint, "/things", { source: "b" })).toMatchObject({ body: '{"source":"api"}' });
  });

  test("a repeated placeholder stands in the path and in the body", () => {
    const placed = place(post({ repeats: ["id"] as never }), "/things/{id}", { id: 7, name: "a" });
    expect(placed).toMatchObject({ target: "/things/7", body: '{"id":7,"name":"a"}' });
  });

  test("a placeholder that is not repeated stands in the path only", () => {
    expect(place(post(), "/things/{id}", { id: 7, name: "a" })).toMatchObject({ body: '{"name":"a"}' });
    expect(place(post({ repeats: ["name"] as never }), "/things/{id}", { id: 7, name: "a" })).toMatchObject({
      body: '{"name":"a"}',
    });
  });

  test("a field that is undefined is not there", () => {
    expect(place(contract(), "/things/{id}", { id: 1, a: undefined, b: 2 })).toMatchObject({ target: "/things/1?b=2" });
    expect(place(post(), "/things", { a: undefined })).toEqual({
      target: "/things",
      contentType: undefined,
      body: undefined,
    });
  });

  test("a query field of a write stands in the query and not in the body", () => {
    const placed = place(post({ query: ["dry"] as never }), "/things", { dry: true, name: "a" });
    expect(placed).toMatchObject({ target: "/things?dry=true", body: '{"name":"a"}' });
  });
});

describe("the body of a write", () => {
  test("is a form where the contract says so", () => {
    const placed = place(post({ encoding: "form" }), "/token", { a: "b c&d", n: 1 });
    expect(placed).toEqual({
      target: "/token",
      contentType: "application/x-www-form-urlencoded",
      body: "a=b+c%26d&n=1",
    });
  });

  test("is left out when nothing is left for it, unless the contract wants one always", () => {
    expect(place(post(), "/things/{id}", { id: 1 })).toMatchObject({ contentType: undefined, body: undefined });
    expect(place(post({ bodyAlways: true }), "/things/{id}", { id: 1 })).toMatchObject({
      contentType: "application/json",
      body: "{}",
    });
  });
});

test("a read has no body, whatever its contract says of one", () => {
  expect(place(contract({ bodyAlways: true }), "/things/{id}", { id: 1 })).toEqual({
    target: "/things/1",
    contentType: undefined,
    body: undefined,
  });
});

test("an id that is no text is refused and not encoded", () => {
  for (const id of ["\ud800", "a\udc00", undefined, null, {}, true])
    expect(place(contract(), "/things/{id}/parts", { id })).toEqual([
      { path: "id", code: "invalid_path_value", expected: expect.stringContaining("one path segment") },
    ]);
});
