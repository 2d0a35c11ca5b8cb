import { describe, expect, test } from "vitest";
import { serve } from "../../src/testing/node/serve.js";
import type { Transport } from "../../src/transport.js";
import { create, read, TokenVendor } from "./token-vendor.js";

async function onSockets<T>(vendor: TokenVendor, use: (transport: Transport) => Promise<T>): Promise<T> {
  const server = await serve(vendor.answer);
  try {
    return await use(vendor.connect({ environment: undefined, baseUrl: server.url, fetch: globalThis.fetch }));
  } finally {
    await server.close();
  }
}

const pass = async (ms: number): Promise<void> => await new Promise((resolve) => setTimeout(resolve, ms));

test("1,000 concurrent calls without a token make 1 token request", async () => {
  const vendor = new TokenVendor();
  vendor.onToken = async () => {
    await pass(100);
    return vendor.token();
  };
  await onSockets(vendor, async (transport) => {
    await Promise.all(Array.from({ length: 1000 }, () => transport.request(read, {})));
  });
  expect({ tokens: vendor.tokenRequests.length, calls: vendor.calls.length }).toEqual({ tokens: 1, calls: 1000 });
});

/** The rules of tokens with real time and real connections; the clock that is moved has the long ones. */
describe("on sockets, with tokens that live a few seconds", () => {
  test("no token ends under way", async () => {
    const vendor = new TokenVendor();
    const made = new Map<string, number>();
    let ended = 0;
    // 13 s are 3 s of use; a call takes 1 s, and the vendor looks at the token when it is done.
    vendor.onToken = () => {
      made.set(`token-${vendor.tokenRequests.length}`, performance.now());
      return vendor.token(13);
    };
    vendor.onCall = async (token) => {
      await pass(1000);
      if (performance.now() - (made.get(token) ?? 0) > 3000) ended++;
      return Response.json({ ok: true });
    };
    await onSockets(vendor, async (transport) => {
      for (let n = 0; n < 4; n++) {
        await transport.request(read, {});
        await pass(300);
      }
    });
    expect({ ended, calls: vendor.calls.length }).toEqual({ ended: 0, calls: 4 });
    expect(vendor.tokenRequests.length).toBeGreaterThan(1);
    expect(vendor.tokenRequests.length).toBeLessThanOrEqual(4);
  });

  test("a 401 on a fresh token is final: one token, one call, and a create is refused, not unknown", async () => {
    const vendor = new TokenVendor();
    vendor.onCall = () => new Response("{}", { status: 401 });
    await onSockets(vendor, async (transport) => {
      await expect(transport.request(create, {})).rejects.toMatchObject({
        code: "authentication",
        outcome: "rejected",
      });
    });
    expect({ tokens: vendor.tokenRequests.length, calls: vendor.calls.length }).toEqual({ tokens: 1, calls: 1 });
  });

  test("with the token endpoint resetting, it is asked once a second, and callers fail by their deadline", async () => {
    const vendor = new TokenVendor();
    vendor.onToken = () => Response.error();
    const began = performance.now();
    await onSockets(vendor, async (transport) => {
      const calls = Array.from({ length: 20 }, async (_, n) => {
        const timeout = 300 + n * 100;
        await expect(transport.request(create, {}, { timeout })).rejects.toMatchObject({ outcome: "not_sent" });
        return performance.now() - began - timeout;
      });
      // A busy machine is late; none waits for the next second.
      for (const late of await Promise.all(calls)) expect(late).toBeLessThan(900);
    });
    expect(vendor.calls).toEqual([]);
    const times = vendor.tokenRequests.map(({ at }) => at);
    times.slice(1).forEach((at, n) => expect(at - (times[n] ?? 0)).toBeGreaterThan(900));
  });
});
