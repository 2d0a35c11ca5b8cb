import { expect, test } from "vitest";
import { sendWithFetch, sendWithKy } from "../../src/index.js";

test.for([
  { name: "ky", send: sendWithKy },
  { name: "fetch", send: sendWithFetch },
])(
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
