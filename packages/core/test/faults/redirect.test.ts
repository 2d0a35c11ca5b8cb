import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { type RedirectError, sendWithFetch, sendWithKy } from "../../src/index.js";
import { contracts } from "./contracts.js";
import { failure, reasonOf, started } from "./harness.js";
import { call, secrets, vendor } from "./vendor.js";

const senders = [
  { sender: "ky", send: sendWithKy },
  { sender: "fetch", send: sendWithFetch },
];
const statuses = ["301", "302", "303", "307", "308"] as const;
const calls = ["getCheck", "orderCheck", "replaceCheck"] as const;
const cases = senders.flatMap((sender) =>
  statuses.flatMap((status) => calls.map((operation) => ({ ...sender, status, operation }))),
);

const path = "stolen-path-5521";
const query = "stolen-query-8834";

describe("a redirect is never followed", () => {
  test.concurrent.for(cases)(
    "$status to another origin for $operation by $sender: nothing arrives there, and no print says where",
    async ({ send, status, operation }, { expect }) => {
      await using other = await started("ok");
      await using server = await started(status, { location: `${other.url}/${path}?token=${query}#fragment-${query}` });
      const { error } = await failure(call(vendor(server.url, { send }), operation));

      expect(other.connections.opened).toBe(0);
      expect(server.ledger).toHaveLength(1);
      expect(reasonOf(error)).toMatchObject({
        code: "redirect",
        status: Number(status),
        crossOrigin: true,
      } satisfies Partial<RedirectError>);
      const wentElsewhere = status === "307" || status === "308";
      expect(error.outcome).toBe(wentElsewhere ? "rejected" : "unknown");
      for (const secret of [path, query, new URL(other.url).port, ...Object.values(secrets).map(String)])
        expect(prints(error)).not.toContain(secret);
    },
  );

  test.concurrent.for(statuses)(
    "%s to a path of the same origin is not followed either",
    async (status, { expect }) => {
      await using server = await started([status], { location: `/${path}` });
      const { error } = await failure(call(vendor(server.url), "getCheck"));
      expect(server.ledger).toHaveLength(1);
      expect(error).toMatchObject({ code: "redirect", crossOrigin: false });
      expect(prints(error)).not.toContain(path);
    },
  );

  test.concurrent("a Location that is no URL changes nothing", async ({ expect }) => {
    await using server = await started("302", { location: "https://[" });
    const { error } = await failure(call(vendor(server.url), "getCheck"));
    expect(error).toMatchObject({ code: "redirect", status: 302 });
    expect(error).not.toHaveProperty("crossOrigin");
  });

  test.concurrent("the opaque redirect of a browser is one too", async ({ expect }) => {
    const opaque = Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" });
    const client = vendor("http://127.0.0.1:9", {
      fetch: async () => Object.defineProperty(opaque, "status", { value: 0 }),
    });
    const { error } = await failure(call(client, "getCheck"));
    expect(error).toMatchObject({ code: "redirect", status: 0 });
  });
});

test("the operations above stand for GET, POST and PUT", () => {
  expect(calls.map((name) => contracts[name].method)).toEqual(["GET", "POST", "PUT"]);
});

/** An error in every way in which it may end up in a log. */
function prints(error: Error): string {
  const own = Object.fromEntries(Object.entries(error));
  const shown = [String(error), error.stack, error.message, inspect(error, { depth: null, showHidden: true })];
  return [...shown, JSON.stringify(error), JSON.stringify(own)].join("\n");
}
