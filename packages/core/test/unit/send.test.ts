import { afterEach, describe, expect, test, vi } from "vitest";
import { sendWithFetch, sendWithKy } from "../../src/index.js";
import { outcomeOfNetworkFailure } from "../../src/outcome.js";

const senders = [
  { name: "ky", send: sendWithKy },
  { name: "fetch", send: sendWithFetch },
];

test.for(senders)(
  "$name calls the runtime's fetch as workers and browsers want it: not as a method of something",
  async ({ send }) => {
    const owners: unknown[] = [];
    const fetch = async function (this: unknown): Promise<Response> {
      owners.push(this);
      return new Response("{}");
    };
    const { signal } = new AbortController();
    await send({ url: "https://vendor.test/", method: "GET", headers: new Headers(), body: undefined, signal, fetch });
    expect(owners).toEqual([undefined]);
  },
);

describe("on Deno, which sends a POST twice when a kept connection breaks under it,", () => {
  afterEach(() => vi.unstubAllGlobals());

  test.for(senders)("$name gives what may be sent once a connection of its own", async ({ send }) => {
    const fresh = { fresh: true };
    vi.stubGlobal("Deno", { createHttpClient: (options: object) => ({ ...fresh, options }) });
    const clients: unknown[] = [];
    const fetch = async (_: unknown, init?: object): Promise<Response> => {
      clients.push((init as { client?: unknown }).client);
      return new Response("{}");
    };
    const { signal } = new AbortController();
    const request = { url: "https://vendor.test/", method: "POST", headers: new Headers(), body: "{}", signal, fetch };
    await send({ ...request, once: true });
    await send({ ...request, once: false });
    await send(request);
    expect(clients).toEqual([{ fresh: true, options: { poolMaxIdlePerHost: 0 } }, undefined, undefined]);
  });
});

test("a call whose sender could not be loaded was not sent", async () => {
  vi.resetModules();
  vi.doMock("ky", () => {
    throw new Error("a chunk that a deployment took away");
  });
  const { sendWithKy: sendUnloaded } = await import("../../src/send/ky.js");
  const fetch = vi.fn<typeof globalThis.fetch>();
  const { signal } = new AbortController();
  const request = { url: "https://vendor.test/", method: "POST", headers: new Headers(), body: "{}", signal, fetch };
  const error: unknown = await sendUnloaded(request).catch((thrown: unknown) => thrown);
  vi.doUnmock("ky");
  expect(fetch).not.toHaveBeenCalled();
  expect(outcomeOfNetworkFailure(error)).toBe("not_sent");
});
