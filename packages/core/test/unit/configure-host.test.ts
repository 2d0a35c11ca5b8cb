import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type HostClientOptions, hostTransport } from "../../src/configure-host.js";
import { contract } from "./contract.js";

const parts = { vendor: "vendor", readRefusal: () => ({}), inferred: { guess: "/guess/{id}" } };

function issuesOf(options: Partial<HostClientOptions>): unknown {
  try {
    hostTransport(parts, { baseUrl: "https://host.internal", ...options });
  } catch (error) {
    const { issues, code } = error as { issues: unknown; code: string };
    expect(code).toBe("invalid_configuration");
    return issues;
  }
  return [];
}

async function headersOf(options: Partial<HostClientOptions>, connections?: "fresh"): Promise<Record<string, string>> {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  const transport = hostTransport(
    { ...parts, ...(connections === undefined ? {} : { connections }) },
    { baseUrl: "https://host.internal", fetch, ...options },
  );
  await transport.request(contract() as never, { id: 1 });
  const [url, init] = fetch.mock.calls[0] ?? [];
  return Object.fromEntries(new Request(url as Request, init).headers);
}

afterEach(() => vi.unstubAllGlobals());

describe("a base URL", () => {
  test.each(["https://host.internal", "https://host.internal:21117/enclave/", "http://127.0.0.1:21117"])(
    "may be %s",
    (baseUrl) => {
      expect(issuesOf({ baseUrl })).toEqual([]);
    },
  );

  test("may be plain http inside a private network, when that is said", () => {
    const baseUrl = "http://enclave.internal:21117";
    expect(issuesOf({ baseUrl })).toMatchObject([{ path: "baseUrl" }]);
    expect(issuesOf({ baseUrl, allowInsecureHttp: true })).toEqual([]);
  });

  test.each([undefined, "", "enclave:21117", "https://user:secret@host.internal", "https://host.internal?x=1"])(
    "may not be %s",
    (baseUrl) => {
      expect(issuesOf({ baseUrl: baseUrl as string })).toMatchObject([{ path: "baseUrl" }]);
    },
  );
});

describe("headers of the caller's own", () => {
  test("travel with each call, a scheme and its token included", async () => {
    const headers = { authorization: "Basic dXNlcjpwYXNz", "X-Proxy-Key": "k-1" };
    expect(await headersOf({ headers })).toMatchObject({
      authorization: "Basic dXNlcjpwYXNz",
      "x-proxy-key": "k-1",
      accept: "application/json",
    });
  });

  test.each<[string, unknown, string]>([
    ["a line break", { "x-key": "a\r\nx-evil: 1" }, "visible ASCII characters"],
    ["a letter beyond ASCII", { "x-key": "schlüssel" }, "visible ASCII characters"],
    ["nothing", { "x-key": "" }, "visible ASCII characters"],
    ["a space at an end", { "x-key": "a " }, "visible ASCII characters"],
    ["a number", { "x-key": 7 }, "visible ASCII characters"],
    ["a name that is none", { "x key": "a" }, "the name of a header"],
    ["a length of its own", { "Content-Length": "3" }, "no header that belongs to the connection or body"],
    ["another host", { host: "elsewhere" }, "no header that belongs to the connection or body"],
  ])("are refused with %s", (_, headers, expected) => {
    expect(issuesOf({ headers: headers as Record<string, string> })).toMatchObject([{ path: "headers.*", expected }]);
  });

  test("are refused when they are no object", () => {
    expect(issuesOf({ headers: "x-key: a" as never })).toMatchObject([{ path: "headers" }]);
  });

  test("are printed nowhere", () => {
    const transport = hostTransport(parts, { baseUrl: "https://host.internal", headers: { "x-key": "canary-1" } });
    expect(inspect(transport, { depth: 9, showHidden: true })).not.toContain("canary-1");
    try {
      hostTransport(parts, { baseUrl: "https://host.internal", headers: { "canary-2": "canary\n3" } });
      expect.unreachable();
    } catch (error) {
      expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/canary-2|canary\n3/);
    }
  });
});

test("a fresh connection is asked for with each call, and only where the vendor needs it", async () => {
  expect(await headersOf({}, "fresh")).toHaveProperty("connection", "close");
  expect(await headersOf({})).not.toHaveProperty("connection");
});

test("everything that is wrong is told at once", () => {
  expect(issuesOf({ baseUrl: "x", headers: { host: "a" }, timeout: 0, paths: { other: "/x" } })).toMatchObject([
    { path: "baseUrl" },
    { path: "headers.*" },
    { path: "paths.*" },
    { path: "timeout" },
  ]);
});

test("a browser is refused: it may send a paid POST twice by itself", () => {
  vi.stubGlobal("window", { document: {} });
  expect(issuesOf({})).toMatchObject([{ path: "baseUrl", code: "refused" }]);
  expect(issuesOf({ dangerouslyAllowBrowser: true })).toEqual([]);
});
