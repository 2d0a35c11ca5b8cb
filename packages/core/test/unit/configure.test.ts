import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type KeyClientOptions, type KeyClientParts, keyTransport } from "../../src/configure.js";
import { credentialProblem } from "../../src/credential.js";
import type { ConfigurationError, InputIssue } from "../../src/errors/input-error.js";
import { Transport } from "../../src/transport.js";
import { contract } from "./contract.js";

const parts: KeyClientParts = {
  vendor: "vendor",
  environments: { sandbox: "https://sandbox.vendor.test/v1", production: "https://api.vendor.test/v1" },
  keyHeader: "x-api-key",
  readRefusal: () => ({}),
  inferred: { getThing: "/things/{id}", listThings: "/things", getPart: "/things/{id}/parts/{part}" },
};

const sound: KeyClientOptions = { environment: "sandbox", apiKey: "key-1" };

function refusal(options: unknown): ConfigurationError {
  try {
    keyTransport(parts, options as KeyClientOptions);
  } catch (error) {
    return error as ConfigurationError;
  }
  throw new Error("was not refused");
}

const issues = (options: Record<string, unknown>): readonly InputIssue[] => refusal({ ...sound, ...options }).issues;

/** Where a client sends its first request, and with which headers. */
async function requestOf(options: KeyClientOptions): Promise<{ url: string; key: string | null }> {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  await keyTransport(parts, { ...options, fetch }).request(contract() as never, { id: 1 } as never);
  const [url, init] = fetch.mock.calls[0] ?? [];
  const request = url instanceof Request ? url : new Request(String(url), init);
  return { url: request.url, key: request.headers.get("x-api-key") };
}

describe("where the calls go", () => {
  test("is the named environment", async () => {
    expect(await requestOf({ environment: "sandbox", apiKey: "key-1" })).toEqual({
      url: "https://sandbox.vendor.test/v1/things/1",
      key: "key-1",
    });
  });

  test("is the base URL of the caller's", async () => {
    expect(await requestOf({ baseUrl: "https://proxy.test/kyc/", apiKey: "key-1" })).toEqual({
      url: "https://proxy.test/kyc/things/1",
      key: "key-1",
    });
  });

  test("is never implied", () => {
    expect(refusal({ apiKey: "key-1" }).issues).toEqual([
      { path: "environment", code: "missing", expected: "either environment (sandbox, production) or baseUrl" },
    ]);
  });

  test("is not said twice", () => {
    expect(issues({ baseUrl: "https://proxy.test" })).toEqual([
      { path: "environment", code: "missing", expected: "either environment (sandbox, production) or baseUrl" },
    ]);
  });

  test.each(["prod", "", "Sandbox", "constructor", "__proto__", "toString", null, 1, ["sandbox"]])(
    "is not the unknown environment %o",
    (environment) => {
      expect(issues({ environment })).toEqual([
        { path: "environment", code: "invalid", expected: "one of sandbox, production" },
      ]);
    },
  );

  test("is not a base URL that cannot be used", () => {
    expect(refusal({ baseUrl: "http://api.vendor.test", apiKey: "key-1" }).issues).toEqual([
      { path: "baseUrl", code: "invalid", expected: "https (http only for this machine, or with allowInsecureHttp)" },
    ]);
  });

  test("is http inside a private network only when the caller says true, and nothing like it", () => {
    expect(
      keyTransport(parts, { baseUrl: "http://10.0.0.5", apiKey: "key-1", allowInsecureHttp: true }),
    ).toBeInstanceOf(Transport);
    expect(refusal({ baseUrl: "http://10.0.0.5", apiKey: "key-1", allowInsecureHttp: "true" }).issues).toHaveLength(1);
    expect(refusal({ baseUrl: "http://10.0.0.5", apiKey: "key-1", allowInsecureHttp: 1 }).issues).toHaveLength(1);
  });

  test.each([undefined, null, 5, "text"])("is missed as well when the options are %o", (options) => {
    expect(refusal(options).code).toBe("invalid_configuration");
  });
});

describe("the credential", () => {
  test("may be left out with a base URL: the caller's own backend adds it", async () => {
    expect(await requestOf({ baseUrl: "https://backend.test" })).toEqual({
      url: "https://backend.test/things/1",
      key: null,
    });
  });

  test("is needed for an environment", () => {
    expect(refusal({ environment: "sandbox" }).issues).toEqual([
      { path: "apiKey", code: "missing", expected: "a non-empty string" },
    ]);
  });

  test.each([
    "",
    null,
    0,
    12345678,
    true,
    {},
    [],
    ["secret-key-1"],
    { key: "secret-key-1" },
    Symbol("secret-key-1"),
    () => "secret-key-1",
  ])("is not %o, with a base URL either", (apiKey) => {
    expect(issues({ apiKey })).toEqual([{ path: "apiKey", code: "missing", expected: "a non-empty string" }]);
    expect(refusal({ baseUrl: "https://backend.test", apiKey }).issues).toEqual([
      { path: "apiKey", code: "missing", expected: "a non-empty string" },
    ]);
  });

  const secret = "S3cr3tT0ken";
  const broken = [
    "\r",
    "\n",
    "\r\n",
    "\r\nx-evil: 1",
    "\n\n",
    "\0",
    "\t",
    "\u000b",
    "\f",
    "\u001b",
    "\u007f",
    "\u0080",
    "\u0085",
    "\u009f",
    " ",
    "  ",
    "\u00a0",
    "\u2003",
    "\u2028",
    "\u2029",
    "\u200b",
    "\u200d",
    "\u3000",
    "\ufeff",
    "é",
    "ß",
    "ÿ",
    "Ω",
    "中",
    "王小明",
    "😀",
    "👩‍👩‍👧",
    "\ud800",
    "\udc00",
    "\u202e",
    "\uffff",
  ];
  const bad = broken.flatMap((part) => [secret + part, part + secret, `S3cr3t${part}T0ken`]);

  test.each(bad)("is refused, and no part of it is told: %j", (apiKey) => {
    const error = refusal({ ...sound, apiKey });
    expect(error.issues).toEqual([
      { path: "apiKey", code: "invalid", expected: "visible ASCII characters without spaces" },
    ]);
    const told = `${String(error)} ${error.stack ?? ""} ${JSON.stringify(error)} ${inspect(error, { depth: null, showHidden: true })}`;
    expect(["S3cr3t", "T0ken", "x-evil"].filter((part) => told.includes(part))).toEqual([]);
  });

  test("was tried in more than 50 broken forms", () => {
    expect(bad.length).toBeGreaterThan(50);
  });

  test("may hold every visible ASCII character", () => {
    const visible = String.fromCharCode(...Array.from({ length: 94 }, (_, n) => 33 + n));
    expect(credentialProblem("apiKey", visible)).toBeUndefined();
  });

  test("is shown by no inspection of the transport that holds it", () => {
    const transport = keyTransport(parts, { ...sound, apiKey: secret });
    expect(inspect(transport, { depth: null, showHidden: true, getters: true })).not.toContain(secret);
    expect(JSON.stringify(transport)).toBe("{}");
  });
});

describe("in a browser", () => {
  afterEach(() => vi.unstubAllGlobals());
  const refused = [
    { path: "apiKey", code: "refused", expected: "no credential in a browser; point baseUrl at your own backend" },
  ];

  test("a page is given no credential", () => {
    vi.stubGlobal("window", { document: {} });
    expect(issues({})).toEqual(refused);
  });

  test("a worker of a page is given none either", () => {
    vi.stubGlobal("importScripts", () => undefined);
    expect(issues({})).toEqual(refused);
  });

  test("a client without a credential is built", () => {
    vi.stubGlobal("window", { document: {} });
    expect(keyTransport(parts, { baseUrl: "https://backend.test" })).toBeInstanceOf(Transport);
  });

  test("a credential is taken when the caller says true, and nothing like it", () => {
    vi.stubGlobal("window", { document: {} });
    expect(keyTransport(parts, { ...sound, dangerouslyAllowBrowser: true })).toBeInstanceOf(Transport);
    expect(issues({ dangerouslyAllowBrowser: 1 })).toEqual(refused);
    expect(issues({ dangerouslyAllowBrowser: "true" })).toEqual(refused);
  });

  test("is not what Deno and others are that have a window and no document", () => {
    vi.stubGlobal("window", globalThis);
    expect(keyTransport(parts, sound)).toBeInstanceOf(Transport);
  });
});

describe("the other options", () => {
  const timeout = { path: "timeout", code: "out_of_range", expected: "1 to 2147483647 milliseconds" };
  const bytes = { path: "maxResponseBytes", code: "out_of_range", expected: "a positive whole number of bytes" };
  const mode = { path: "responseValidation", code: "invalid", expected: "report, strict or off" };

  test.each([
    [{ timeout: 0 }, timeout],
    [{ timeout: -1 }, timeout],
    [{ timeout: Number.NaN }, timeout],
    [{ timeout: Number.POSITIVE_INFINITY }, timeout],
    [{ timeout: 2_147_483_648 }, timeout],
    [{ timeout: "30000" }, timeout],
    [{ timeout: null }, timeout],
    [{ maxResponseBytes: 0 }, bytes],
    [{ maxResponseBytes: -1 }, bytes],
    [{ maxResponseBytes: 1.5 }, bytes],
    [{ maxResponseBytes: Number.NaN }, bytes],
    [{ maxResponseBytes: Number.POSITIVE_INFINITY }, bytes],
    [{ maxResponseBytes: "1000" }, bytes],
    [{ responseValidation: "Strict" }, mode],
    [{ responseValidation: true }, mode],
    [{ responseValidation: null }, mode],
    [{ fetch: "fetch" }, { path: "fetch", code: "invalid", expected: "a function" }],
    [{ fetch: {} }, { path: "fetch", code: "invalid", expected: "a function" }],
    [{ send: null }, { path: "send", code: "invalid", expected: "a function" }],
  ])("are refused by name and reason: %o", (options, issue) => {
    expect(issues(options)).toEqual([issue]);
  });

  test.each([
    { timeout: 1 },
    { timeout: 2_147_483_647 },
    { timeout: undefined },
    { maxResponseBytes: 1 },
    { responseValidation: "report" as const },
    { responseValidation: "strict" as const },
    { responseValidation: "off" as const },
    { hooks: {} },
    { paths: {} },
  ])("are taken at their limits: %o", (options) => {
    expect(keyTransport(parts, { ...sound, ...(options as object) })).toBeInstanceOf(Transport);
  });

  test("are refused all at once", () => {
    const error = refusal({
      apiKey: "a b",
      timeout: 0,
      maxResponseBytes: 0,
      responseValidation: "x",
      fetch: 1,
      send: 1,
      paths: { other: "/x" },
    });
    expect(error.issues.map((issue) => issue.path)).toEqual([
      "environment",
      "apiKey",
      "paths.*",
      "timeout",
      "maxResponseBytes",
      "responseValidation",
      "fetch",
      "send",
    ]);
  });

  test("are told in one sentence each", () => {
    expect(refusal({ apiKey: "a b", environment: "sandbox", timeout: 0 })).toMatchObject({
      name: "ConfigurationError",
      code: "invalid_configuration",
      outcome: "not_sent",
      vendor: "vendor",
      operation: "configuration",
      message:
        "vendor configuration: apiKey is invalid, expected visible ASCII characters without spaces; timeout is out_of_range, expected 1 to 2147483647 milliseconds.",
    });
  });

  test("are read as they were said, not as Object.prototype was polluted", async () => {
    const planted = Object.prototype as { baseUrl?: unknown; allowInsecureHttp?: unknown };
    try {
      planted.baseUrl = "http://evil.test";
      planted.allowInsecureHttp = true;
      expect(await requestOf(sound)).toMatchObject({ url: "https://sandbox.vendor.test/v1/things/1" });
    } finally {
      delete planted.baseUrl;
      delete planted.allowInsecureHttp;
    }
  });
});

describe("another path for an inferred operation", () => {
  test.each([
    { getThing: "/v2/things/{id}" },
    { getThing: "/t/{id}/whole" },
    { getThing: "/things/x-{id}.json" },
    { listThings: "/a/b-c/d_e.f~g" },
    { getPart: "/parts/{part}/of/{id}" },
    { getThing: undefined },
  ])("is taken: %j", (paths) => {
    expect(keyTransport(parts, { ...sound, paths })).toBeInstanceOf(Transport);
  });

  test("is where the call goes", async () => {
    expect(await requestOf({ ...sound, paths: { getThing: "/v2/{id}/thing" } })).toMatchObject({
      url: "https://sandbox.vendor.test/v1/v2/1/thing",
    });
  });

  test.each([
    "",
    "/",
    "things/{id}",
    "//evil.test/{id}",
    "https://evil.test/{id}",
    "/things/{id}/",
    "/things//{id}",
    "/things/{id}?x=1",
    "/things/{id}#x",
    "/../{id}",
    "/./{id}",
    "/{id}/..",
    "/%2e%2e/{id}",
    "/things\\{id}",
    "/things/{id} ",
    "/things/{id}\n",
    "/things",
    "/things/{other}",
    "/things/{id}/{id}",
    "/things/{id}/{extra}",
    "/{things}/{{id}}",
    "/things/{id}{",
    "/things}/{id}",
    "/王/{id}",
    5,
    null,
    ["/things/{id}"],
    {},
  ])("is refused: %j", (path) => {
    expect(issues({ paths: { getThing: path } })).toEqual([
      { path: "paths.getThing", code: "invalid", expected: "a path with the placeholders {id}" },
    ]);
  });

  test("has no placeholder where the documented one has none", () => {
    expect(issues({ paths: { listThings: "/things/{id}" } })).toEqual([
      { path: "paths.listThings", code: "invalid", expected: "a path with the placeholders (none)" },
    ]);
  });

  test.each(["deleteThing", "constructor", "toString"])(
    "is refused for the operation %s, whose path is documented or which there is not",
    (name) => {
      expect(issues({ paths: { [name]: "/x" } })).toEqual([
        { path: "paths.*", code: "unknown_operation", expected: "one of getThing, listThings, getPart" },
      ]);
    },
  );
});
