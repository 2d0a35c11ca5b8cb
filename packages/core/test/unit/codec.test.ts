import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { type Codec, CodecFault } from "../../src/codec.js";
import { keyTransport } from "../../src/configure.js";
import type { AnyEndpoint, Endpoint } from "../../src/endpoint.js";
import type { ApiError } from "../../src/errors/api-error.js";
import type { BodyError } from "../../src/errors/body-errors.js";
import { sendWithFetch } from "../../src/send/fetch.js";
import { multipartForm } from "../../src/multipart.js";
import { contract } from "./contract.js";

const turned = (text: string): string => Array.from(text).toReversed().join("");

/** Turns everything round; an answer that says `lost` cannot be turned back. */
const codec: Codec = {
  query: async (plain) => new URLSearchParams({ q: turned(plain.toString()) }),
  body: async (plain) => ({ text: turned(plain), contentType: "text/turned" }),
  answer: async (text) => {
    if (text.includes("lost")) throw new CodecFault("cannot be turned back.", text);
    return text.startsWith("{") ? text : turned(text);
  },
};

async function call(
  endpoint: AnyEndpoint,
  input: unknown,
  answer: Response = new Response(turned("{}")),
): Promise<{ seen: Request; result: unknown }> {
  let seen: Request | undefined;
  const transport = keyTransport(
    { vendor: "vendor", environments: {}, keyHeader: "x-api-key", codec, readRefusal: (body) => body as object },
    {
      baseUrl: "https://vendor.test",
      apiKey: "k",
      send: sendWithFetch,
      fetch: async (url, init) => ((seen = new Request(url, init)), answer),
    },
  );
  const result = await transport
    .request(endpoint as unknown as Endpoint<unknown, unknown>, input)
    .catch((error: unknown) => error);
  return { seen: seen ?? expect.unreachable("nothing was sent"), result };
}

describe("a codec", () => {
  const list = contract({ method: "GET", path: "/things" });

  test("turns the query and the answer", async () => {
    const { seen, result } = await call(list, { a: "1&2", b: 3 }, new Response(turned('{"c":[4]}')));
    expect(new URL(seen.url).searchParams.get("q")).toBe(turned("a=1%262&b=3"));
    expect(result).toEqual({ c: [4] });
  });

  test("leaves the path alone, and is not asked for a query that is not there", async () => {
    const { seen } = await call(contract(), { id: 7 });
    expect(seen.url).toBe("https://vendor.test/things/7");
  });

  test("turns a body and names its type", async () => {
    const { seen } = await call(contract({ method: "POST", path: "/things" }), { a: 1 });
    expect(await seen.text()).toBe('}1:"a"{');
    expect(seen.headers.get("content-type")).toBe("text/turned");
  });

  test("leaves a form as it is", async () => {
    const { seen } = await call(
      contract({ method: "PUT", path: "/things", encoding: "multipart", form: multipartForm }),
      { a: "1" },
    );
    expect(await seen.text()).toContain('name="a"\r\n\r\n1\r\n');
  });

  test("turns an error's body as well, and takes one that came plain", async () => {
    for (const text of [turned('{"code":7}'), '{"code":7}']) {
      const { result } = await call(list, {}, new Response(text, { status: 400 }));
      expect((result as ApiError).vendorCode).toBe(7);
    }
  });

  test("fails as an answer that cannot be read, and the status of an error outlives it", async () => {
    const lost = (await call(list, {}, new Response("lost: a person"))).result as BodyError;
    expect([lost.code, lost.outcome, lost.attempts]).toEqual(["undecryptable", "unknown", 1]);
    expect(lost.readBody()).toBe("lost: a person");
    expect(inspect(lost, { depth: 9, showHidden: true })).not.toContain("a person");
    const created = (
      await call(contract({ method: "POST", path: "/things", effect: "create" }), { a: 1 }, new Response("lost"))
    ).result as BodyError;
    expect(created.outcome).toBe("created_unreadable");
    const refused = (await call(list, {}, new Response("lost", { status: 403 }))).result as ApiError;
    expect([refused.code, refused.status]).toEqual(["permission", 403]);
  });
});
