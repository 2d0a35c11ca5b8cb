import { expect, test } from "vitest";
import { keyTransport } from "../../src/configure.js";
import { contract } from "./contract.js";

const parts = {
  vendor: "vendor",
  environments: { sandbox: "https://sandbox.vendor.test" },
  keyHeader: "x-api-key",
  readRefusal: () => ({}),
};

test("the look before a create is within the create's deadline, and nothing is sent when it does not end", async () => {
  let sent = 0;
  const transport = keyTransport(parts, {
    environment: "sandbox",
    apiKey: "key-1",
    fetch: async () => {
      sent++;
      return Response.json({});
    },
  });
  const create = contract({
    name: "createThing",
    method: "POST",
    path: "/things",
    effect: "create",
    cost: "billed",
    lookup: {
      before: async () => await new Promise<never>(() => undefined),
      find: async () => ({ kind: "none" }),
    },
  });
  const error: unknown = await transport
    .request(create as never, {} as never, { timeout: 50 })
    .catch((e: unknown) => e);
  expect(error).toMatchObject({ code: "timeout", outcome: "not_sent", attempts: 0 });
  expect(sent).toBe(0);
});
