import { describe, expect, test } from "vitest";
import { readBaseUrl } from "../../src/base-url.js";

const read = (value: unknown): unknown => readBaseUrl(value, false);

describe("a base URL", () => {
  test.each([
    ["https://api.vendor.test", { origin: "https://api.vendor.test", path: "" }],
    ["https://api.vendor.test/", { origin: "https://api.vendor.test", path: "" }],
    ["https://api.vendor.test/v1", { origin: "https://api.vendor.test", path: "/v1" }],
    ["https://api.vendor.test/v1///", { origin: "https://api.vendor.test", path: "/v1" }],
    ["https://api.vendor.test:8443/a/b/", { origin: "https://api.vendor.test:8443", path: "/a/b" }],
    ["https://api.vendor.test:443/", { origin: "https://api.vendor.test", path: "" }],
    ["HTTPS://API.Vendor.Test/V1", { origin: "https://api.vendor.test", path: "/V1" }],
    ["https://[2001:db8::1]/x", { origin: "https://[2001:db8::1]", path: "/x" }],
    ["https://資安.test/v1", { origin: "https://xn--49sv95i.test", path: "/v1" }],
    ["https://api.vendor.test/a/../b", { origin: "https://api.vendor.test", path: "/b" }],
  ])("%s is read as an origin and a path without a slash at the end", (value, expected) => {
    expect(read(value)).toEqual(expected);
  });

  test.each(["https://api.vendor.test?", "https://api.vendor.test/#"])(
    "loses the empty query or fragment of %s",
    (value) => {
      expect(read(value)).toEqual({ origin: "https://api.vendor.test", path: "" });
    },
  );

  test.each([
    [undefined, "an absolute URL"],
    [null, "an absolute URL"],
    ["", "an absolute URL"],
    [42, "an absolute URL"],
    [new URL("https://api.vendor.test"), "an absolute URL"],
    ["api.vendor.test", "an absolute https URL without white space"],
    ["/v1", "an absolute https URL without white space"],
    ["//evil.test", "an absolute https URL without white space"],
    ["ftp://evil.test", "an absolute https URL without white space"],
    ["file:///etc/passwd", "an absolute https URL without white space"],
    ["javascript:alert(1)", "an absolute https URL without white space"],
    ["data:text/plain,x", "an absolute https URL without white space"],
    ["https:evil.test", "an absolute https URL without white space"],
    ["https:/evil.test", "an absolute https URL without white space"],
    [" https://api.vendor.test", "an absolute https URL without white space"],
    ["https://api.vendor.test ", "an absolute https URL without white space"],
    ["https://api.ven\tdor.test", "an absolute https URL without white space"],
    ["https://api.vendor.test\r\nx: y", "an absolute https URL without white space"],
    ["https:\\\\evil.test", "an absolute https URL without white space"],
    ["https://api.vendor.test\\@evil.test", "an absolute https URL without white space"],
    ["https://", "an absolute https URL without white space"],
    ["https://a b", "an absolute https URL without white space"],
    ["https://[::1", "an absolute https URL"],
    ["https://api.vendor.test:99999", "an absolute https URL"],
    ["https://%", "an absolute https URL"],
    ["https://?x", "an absolute https URL"],
    ["https://user@api.vendor.test", "a URL without user name and password"],
    ["https://user:secret@api.vendor.test", "a URL without user name and password"],
    ["https://:secret@api.vendor.test", "a URL without user name and password"],
    ["https://api.vendor.test@evil.test", "a URL without user name and password"],
    ["https://api.vendor.test?key=secret", "a URL without query and fragment"],
    ["https://api.vendor.test/#part", "a URL without query and fragment"],
  ])("refuses %j", (value, expected) => {
    expect(read(value)).toEqual({ path: "baseUrl", code: "invalid", expected });
  });

  test("refuses surplus slashes: an empty host name in a template would make the path the host", () => {
    const host = "";
    expect(read(`https://${host}/api`)).toEqual({
      path: "baseUrl",
      code: "invalid",
      expected: "an absolute https URL without white space",
    });
    expect(read("https:////evil.test")).toMatchObject({ code: "invalid" });
  });

  test("never quotes the value that it refuses", () => {
    const refused = [
      "https://user:hunter2@x.test",
      "hunter2",
      "https://x.test?hunter2",
      "http://hunter2.test",
      "https://hunter2 x",
    ];
    expect(refused.map((value) => JSON.stringify(read(value))).filter((text) => text.includes("hunter2"))).toEqual([]);
  });
});

describe("http without TLS", () => {
  test.each([
    "http://localhost",
    "http://localhost:8080",
    "http://LOCALHOST",
    "http://api.localhost",
    "http://127.0.0.1:3000",
    "http://127.1.2.3",
    "http://127.1",
    "http://0x7f000001",
    "http://[::1]:3000",
  ])("is taken for this machine: %s", (value) => {
    expect(read(value)).toHaveProperty("origin");
  });

  test.each([
    "http://api.vendor.test",
    "http://10.0.0.5",
    "http://192.168.1.1",
    "http://172.16.0.1",
    "http://[fd00::1]",
    "http://enclave.internal",
    "http://localhost.evil.test",
    "http://127.0.0.1.evil.test",
    "http://evillocalhost",
    "http://0.0.0.0",
    "http://169.254.169.254",
    "http://[::ffff:127.0.0.1]",
  ])("is refused for another: %s", (value) => {
    expect(read(value)).toEqual({
      path: "baseUrl",
      code: "invalid",
      expected: "https (http only for this machine, or with allowInsecureHttp)",
    });
  });

  test("is taken for any machine when the caller allows it", () => {
    expect(readBaseUrl("http://enclave.internal:3000/x", true)).toEqual({
      origin: "http://enclave.internal:3000",
      path: "/x",
    });
  });

  test("no other scheme is allowed with it", () => {
    expect(readBaseUrl("ftp://enclave.internal", true)).toMatchObject({ code: "invalid" });
  });
});
