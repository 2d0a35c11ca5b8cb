import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { requestToken, type TokenRequest } from "../../src/auth/token-request.js";
import type { OutgoingRequest } from "../../src/send/types.js";
import { ask, asked, failure } from "./token-asker.js";

async function sent(request: Partial<TokenRequest>): Promise<OutgoingRequest & { form: Record<string, string> }> {
  const seen: OutgoingRequest[] = [];
  const send = async (outgoing: OutgoingRequest): Promise<Response> => {
    seen.push(outgoing);
    return Response.json({ access_token: "token-1" });
  };
  await requestToken({ ...asked, ...request }, send, globalThis.fetch);
  const [only] = seen;
  if (only === undefined || seen.length > 1) throw new Error(`${seen.length} requests`);
  return { ...only, form: Object.fromEntries(new URLSearchParams(only.body as string)) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  // Whatever came of it, no timer is left that would keep the process alive.
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe("the request", () => {
  test("is a form with id, secret, scope and audience", async () => {
    const { url, method, headers, form, fetch, signal } = await sent({});
    expect({ url, method, fetch }).toEqual({ url: asked.tokenUrl, method: "POST", fetch: globalThis.fetch });
    expect(Object.fromEntries(headers)).toEqual({
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(form).toEqual({
      grant_type: "client_credentials",
      client_id: "client-1",
      client_secret: "s3cret",
      scope: "Api",
      audience: "Things",
    });
    expect(signal.aborted).toBe(false);
  });

  test("has id and secret in a Basic header, and then not in the form", async () => {
    const { headers, form } = await sent({ authentication: "basic", scope: undefined, audience: undefined });
    expect(headers.get("authorization")).toBe(`Basic ${btoa("client-1:s3cret")}`);
    expect(form).toEqual({ grant_type: "client_credentials" });
  });
});

describe("a token", () => {
  test.each(["Bearer", "bearer", "BEARER", undefined])("is one of type %s", async (token_type) => {
    const token = await ask(() => Response.json({ access_token: "token-1", token_type, expires_in: 60 }));
    expect(token.read()).toBe("token-1");
  });

  test("ages from when it was there", async () => {
    const answer = async (): Promise<Response> => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return Response.json({ access_token: "token-1", expires_in: 60 }, { status: 201 });
    };
    const began = performance.now();
    const asking = ask(answer);
    await vi.advanceTimersByTimeAsync(700);
    expect(await asking).toMatchObject({ received: began + 700, expires: began + 60_700, lifeMs: 60_000 });
  });

  test.each([
    [60, 60],
    ["60", 60],
    [0.5, 0.5],
    [86_400, 86_400],
    [86_401, 86_400],
    [0, 600],
    [-5, 600],
    ["", 600],
    ["Infinity", 600],
    ["soon", 600],
    [true, 600],
    [[60], 600],
    [null, 600],
    [undefined, 600],
  ])("that says %j seconds lives %d", async (expires_in, seconds) => {
    const { lifeMs } = await ask(() => Response.json({ access_token: "token-1", expires_in }));
    expect(lifeMs).toBe(seconds * 1000);
  });

  test("is not longer than 64 KiB with all that comes with it", async () => {
    const text = JSON.stringify({ access_token: "token-1" });
    expect((await ask(() => new Response(text.padEnd(65_536)))).read()).toBe("token-1");
    expect(await failure(() => new Response(text.padEnd(65_537)))).toMatchObject({ code: "unexpected_content" });
  });
});
