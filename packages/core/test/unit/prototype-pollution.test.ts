import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyTransport } from "../../src/configure.js";
import { parseJson } from "../../src/json/parse.js";
import { sendWithFetch } from "../../src/send/fetch.js";
import { sendWithKy } from "../../src/send/ky.js";
import { contract } from "./contract.js";

interface Report {
  readonly names: readonly string[];
  readonly seen: Readonly<Record<string, readonly unknown[]>>;
  readonly left: readonly string[];
}

/** Every call, planted and clean, made in a process of its own. */
function report(): Report {
  const file = fileURLToPath(new URL("pollution/child.ts", import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8", timeout: 60_000, maxBuffer: 1e8 });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}

const { names, seen, left } = report();

/** Plants that runtimes read off literals of their own: nothing is sent while one of them is there. */
const refused =
  "all,beforeRequest,body,cache,credentials,dispatcher,duplex,headers,hooks,init,integrity,keepalive,method,mode,priority,redirect,referrer,referrerPolicy,searchParams,signal".split(
    ",",
  );

describe.each(["ky", "fetch"])("what is planted on Object.prototype does not steer a request sent by %s", (name) => {
  test.each(names.filter((one) => !refused.includes(one)))("%s", (plant) => {
    expect(seen[`${name} ${plant}`]).toEqual(seen[`${name} clean`]);
  });

  test.each(refused)("%s, which keeps it from being sent", (plant) => {
    expect(seen[`${name} ${plant}`]).toEqual([[], [], [], [], []]);
  });

  test("a request without plants is this one", () => {
    expect(seen[`${name} clean`]?.[2]).toMatchObject([
      {
        method: "POST",
        url: "https://sandbox.vendor.test/v1/things",
        headers: [
          ["accept", "application/json"],
          ["content-type", "application/json"],
          ["x-api-key", "key-1"],
        ],
        body: '{"thing_id":7,"label":"x y"}',
      },
    ]);
  });
});

test("more than 60 names were planted, and none is left", () => {
  expect(names.length).toBeGreaterThan(60);
  expect(left).toEqual([]);
});

describe("what a vendor sends does not reach Object.prototype", () => {
  const clean = Reflect.ownKeys(Object.prototype);
  const names = fc.constantFrom("__proto__", "constructor", "prototype", "a", "toString");
  const { body } = fc.letrec((tie) => ({
    body: fc.oneof(
      { depthSize: "small" },
      fc.string({ maxLength: 3 }),
      fc.integer(),
      fc.array(tie("body"), { maxLength: 3 }),
      tie("object"),
    ),
    object: fc.array(fc.tuple(names, tie("body")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  }));

  /** Whether a value and everything in it has the prototype that a literal has. */
  function plain(value: unknown): boolean {
    if (typeof value !== "object" || value === null) return true;
    const prototype: unknown = Object.getPrototypeOf(value);
    return (
      (Array.isArray(value) ? prototype === Array.prototype : prototype === Object.prototype) &&
      Object.values(value).every((one) => plain(one))
    );
  }

  test("when it is parsed", () => {
    fc.assert(
      fc.property(body, (value) => {
        expect(plain(parseJson(JSON.stringify(value), ["__proto__", "constructor"]))).toBe(true);
        expect(Reflect.ownKeys(Object.prototype)).toEqual(clean);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["ky", sendWithKy],
    ["fetch", sendWithFetch],
  ])("when it comes as an answer through %s", async (_name, send) => {
    const endpoint = contract({ path: "/things" });
    const parts = {
      vendor: "vendor",
      environments: { sandbox: "https://sandbox.vendor.test/v1" },
      keyHeader: "x-api-key",
    };
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(200, 400), async (value, status) => {
        const transport = keyTransport(
          { ...parts, readRefusal: (refusal) => ({ message: String((refusal as { a?: unknown } | null)?.a) }) },
          { environment: "sandbox", apiKey: "key-1", send, fetch: async () => Response.json(value, { status }) },
        );
        const result: unknown = await transport.request(endpoint as never, {} as never).catch(() => undefined);
        expect(plain(result)).toBe(true);
        expect(Reflect.ownKeys(Object.prototype)).toEqual(clean);
        expect(({} as { polluted?: unknown; a?: unknown }).a).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});
