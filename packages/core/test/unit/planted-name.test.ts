import { afterEach, describe, expect, test } from "vitest";
import { ownOnly, plantedName } from "../../src/own.js";
import { readBaseUrl } from "../../src/base-url.js";

const prototype = Object.prototype as unknown as Record<string, unknown>;

describe("a name planted on Object.prototype", () => {
  afterEach(() => {
    delete prototype["redirect"];
    delete prototype["harmless"];
  });

  test("is noticed when it would steer a request", () => {
    expect(plantedName()).toBeUndefined();
    prototype["redirect"] = "follow";
    expect(plantedName()).toBe("redirect");
  });

  test("is let be when it would not", () => {
    prototype["harmless"] = 1;
    expect(plantedName()).toBeUndefined();
  });

  test("is not in a copy of what was said", () => {
    prototype["redirect"] = "follow";
    expect(ownOnly({ a: 1 } as { a: number; redirect?: string }).redirect).toBeUndefined();
    expect(Object.keys(ownOnly({ a: 1 }))).toEqual(["a"]);
  });
});

test.each([
  "http://127.0.0.1",
  "http://127.10.20.30:8080",
  "http://127.255.255.254",
  "http://[::1]",
  "http://a.localhost",
])("this machine is meant by %s", (url) => {
  expect(readBaseUrl(url, false)).toMatchObject({ origin: url });
});

test.each(["http://128.0.0.1", "http://127.0.0.1.evil.test", "http://localhost.evil.test", "http://notlocalhost"])(
  "another machine is meant by %s",
  (url) => {
    expect(readBaseUrl(url, false)).toMatchObject({ code: "invalid" });
  },
);
