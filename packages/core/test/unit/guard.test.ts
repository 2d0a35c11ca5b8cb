import { expect, test } from "vitest";
import { keyTransport } from "../../src/configure.js";
import { contract } from "./contract.js";

const parts = { vendor: "vendor", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) };
const order = contract({ name: "orderThing", method: "POST", path: "/things", effect: "create", cost: "billed" });

test("a call that a guard refuses sends nothing, and says why", async () => {
  const asked: unknown[] = [];
  let sent = 0;
  const guard = (call: { endpoint: { name: string }; input: unknown; origin: string }): string => {
    asked.push([call.endpoint.name, call.input, call.origin]);
    return "it costs money, and nobody said that it may.";
  };
  const fetch = async (): Promise<Response> => (sent++, Response.json({}));
  const client = keyTransport({ ...parts, guard }, { baseUrl: "https://vendor.test/v1", apiKey: "key-1", fetch });
  const error: unknown = await client.request(order as never, { a: 1 } as never).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "spend_refused", outcome: "not_sent", attempts: 0 });
  expect(String(error)).toBe("SpendRefusedError: vendor orderThing: it costs money, and nobody said that it may.");
  expect(asked).toEqual([["orderThing", { a: 1 }, "https://vendor.test"]]);
  expect(sent).toBe(0);
});

test("a guard that says nothing lets the call through", async () => {
  const fetch = async (): Promise<Response> => Response.json({ ok: true });
  const options = { baseUrl: "https://vendor.test/v1", apiKey: "key-1", fetch };
  const client = keyTransport({ ...parts, guard: () => undefined }, options);
  expect(await client.request(order as never, {} as never)).toEqual({ ok: true });
});
