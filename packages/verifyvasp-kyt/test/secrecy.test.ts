import { inspect } from "node:util";
import { findCanaries } from "@x/core/testing";
import { describe, expect, test } from "vitest";
import { sendWithFetch, VerifyVaspClient } from "../src/index.js";
import { fixtures } from "../src/testing/index.js";

const canaries = [
  { name: "proxy key", value: "canary-PROXY-7f3a9b2c" },
  { name: "person", value: "金絲雀小姐" },
  { name: "wallet", value: "0xcanary5811001506550d8356a215be229c15b6ef" },
];
const [key, person, wallet] = canaries.map(({ value }) => value) as [string, string, string];
const everything = JSON.stringify({ code: person, message: `${person} ${wallet} ${key}`, [person]: wallet });

function withPerson(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => withPerson(item, name));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withPerson(inner, field)]));
  if (/Identifier$|message/.test(name)) return person;
  return /ccountNumber/.test(name) ? wallet : value;
}

type Answer = (request: Request) => Promise<Response>;
const failures: Readonly<Record<string, Answer>> = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 408, 500].map((status) => [
      String(status),
      async (request: Request) => new Response(everything + (await request.text()), { status }),
    ]),
  ),
  json: async () => new Response(everything, { status: 400 }),
  redirect: async () => new Response(null, { status: 307, headers: { location: `https://elsewhere.test/${key}` } }),
  html: async () => new Response(`<html>${everything}</html>`),
  cut: async () => new Response(everything.slice(0, -3)),
  shape: async () => new Response(everything),
  network: async (request) => {
    throw new TypeError(`fetch failed for ${request.url} ${everything}`, { cause: new Error(everything) });
  },
};

describe.each(Object.entries(fixtures))("%s", (_, fixture) => {
  test("prints nothing of key, person or wallet, whatever fails", async () => {
    for (const [name, answer] of Object.entries(failures)) {
      const events: unknown[] = [];
      const note = (event: unknown): void => void events.push(event);
      const client = new VerifyVaspClient({
        baseUrl: "https://enclave.test",
        headers: { "x-proxy-key": key },
        send: sendWithFetch,
        fetch: async (input, init) => await answer(new Request(input, init)),
        hooks: { onRequest: note, onResponse: note, onRetry: note, onError: note, onDrift: note },
      });
      const error: unknown = await fixture.call(client, withPerson(fixture.input) as never).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      const printed = [error, client, events].map(
        (one) => inspect(one, { depth: 12, showHidden: true }) + JSON.stringify(one),
      );
      expect(findCanaries(printed.join("\n"), canaries), name).toEqual([]);
    }
  });
});
