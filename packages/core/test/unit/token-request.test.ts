import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { requestToken, type Token, type TokenRequest, TokenRefused } from "../../src/auth/token-request.js";
import { AuthFailure } from "../../src/auth/types.js";
import type { SdkError } from "../../src/errors/sdk-error.js";
import type { OutgoingRequest } from "../../src/send/types.js";

const asked: TokenRequest = {
  tokenUrl: "https://vendor.test/connect/token",
  clientId: "client-1",
  clientSecret: "s3cret",
  scope: "Api",
  audience: "Things",
  authentication: "body",
  tokenSeconds: 600,
};

type Answer = () => Response | Promise<Response>;

async function ask(answer: Answer, request: Partial<TokenRequest> = {}): Promise<Token> {
  return await requestToken({ ...asked, ...request }, async () => await answer(), globalThis.fetch);
}

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

const facts = { vendor: "vendor", operation: "createThing", attempts: 0, elapsedMs: 0 };

/** What the call that needed the token would throw. */
async function failure(answer: Answer): Promise<SdkError & { readonly failure: AuthFailure }> {
  const error: unknown = await ask(answer).catch((reason: unknown) => reason);
  if (!(error instanceof AuthFailure)) throw new Error(`no failure of the credential: ${String(error)}`);
  return Object.assign(error.describe(facts), { failure: error });
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

describe("an answer without a token", () => {
  test.each<[string, unknown]>([
    ["nothing", null],
    ["a text", "token-1"],
    ["no token", {}],
    ["an empty token", { access_token: "" }],
    ["a token with a space", { access_token: "a b" }],
    ["another type", { access_token: "t", token_type: "mac" }],
    ["a longer type", { access_token: "t", token_type: "bearer2" }],
    ["a type before it", { access_token: "t", token_type: "not-bearer" }],
    ["a list of types", { access_token: "t", token_type: ["bearer"] }],
    ["an empty type", { access_token: "t", token_type: null }],
  ])("has %s", async (_, body) => {
    const error = await failure(() => Response.json(body, { status: 201 }));
    expect(error).toMatchObject({ name: "BodyError", code: "unexpected_content", outcome: "not_sent", status: 201 });
    expect(error.message).toMatch(/holds no bearer token, and nothing was sent/);
  });

  test.each(["<html></html>", '{"access_token":"t', "", '{"access_token":"\xff"}'])("is %j", async (text) => {
    const error = await failure(() => new Response(Uint8Array.from(text, (one) => one.charCodeAt(0))));
    expect(error).toMatchObject({ name: "BodyError", code: "unexpected_content", outcome: "not_sent" });
  });

  test.each([300, 302, 399])("is a redirect (%i), which is let go", async (status) => {
    const cancel = vi.fn();
    const error = await failure(() => new Response(new ReadableStream({ cancel }), { status }));
    expect(error).toMatchObject({ name: "RedirectError", code: "redirect", outcome: "not_sent", status });
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  test("is a redirect that a browser hides", async () => {
    const hidden = Object.defineProperties(new Response(null), {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
      ok: { value: false },
    });
    expect(await failure(() => hidden)).toMatchObject({ name: "RedirectError", status: 0 });
  });

  test("does not come: after 30 seconds the request is ended", async () => {
    let signal: AbortSignal | undefined;
    const send = async (outgoing: OutgoingRequest): Promise<Response> => {
      ({ signal } = outgoing);
      return await new Promise(() => undefined);
    };
    const asking = requestToken(asked, send, globalThis.fetch).catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(signal?.aborted).toBe(true);
    expect(((await asking) as AuthFailure).describe(facts)).toMatchObject({
      name: "TimeoutError",
      outcome: "not_sent",
      timeoutMs: 30_000,
      phase: "authentication",
    });
  });

  test("does not come because there is no connection", async () => {
    const refused = new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } });
    const error = await failure(() => Promise.reject(refused));
    expect(error).toMatchObject({ name: "NetworkError", outcome: "not_sent", systemCode: "ECONNREFUSED" });
    expect(error.toJSON()).toMatchObject({ cause: "TypeError (ECONNREFUSED)" });
  });
});

describe("a refusal", () => {
  const refusal = async (status: number, body: unknown, headers: Record<string, string> = {}) =>
    await failure(() => Response.json(body, { status, headers }));

  test.each([400, 401, 403, 404, 407, 409, 428, 430, 499])("with %i stays one", async (status) => {
    const error = await refusal(status, { error: "invalid_client" });
    expect(error).toMatchObject({ code: "authentication", outcome: "not_sent", status, vendorCode: "invalid_client" });
    expect(error.message).toMatch(/refused the client credentials, and nothing was sent/);
    expect(error.failure).toMatchObject({ isFinal: true });
    expect(error.failure).toBeInstanceOf(TokenRefused);
  });

  test.each([
    [408, "server"],
    [429, "rate_limited"],
    [500, "server"],
    [503, "server"],
  ])("with %i may pass", async (status, code) => {
    const error = await refusal(status, {});
    expect(error).toMatchObject({ code, outcome: "not_sent", status, failure: { isFinal: false } });
    expect(error.message).toMatch(/token endpoint failed, and nothing was sent/);
  });

  test.each([
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "invalid_scope",
    "invalid_target",
    "unauthorized_client",
    "unsupported_grant_type",
  ])("is told by the word of OAuth: %s", async (error) => {
    expect(await refusal(400, { error })).toHaveProperty("vendorCode", error);
  });

  test.each([
    [{ error: "invalid_client of wang" }],
    [{ error: "wang, unauthorized_client" }],
    [{ error: ["invalid_client"] }],
    [{ error: "wang" }],
    [{}],
    [null],
    ["invalid_client"],
  ])("is told by no other word: %j", async (body) => {
    expect((await refusal(400, body)) as object).not.toHaveProperty("vendorCode");
  });

  test("may be a page", async () => {
    const error = await failure(() => new Response("<html></html>", { status: 401 }));
    expect(error).toMatchObject({ code: "authentication", status: 401, failure: { isFinal: true } });
  });

  test.each([
    ["5", 5000],
    ["60", 60_000],
    ["61", 60_000],
    ["soon", undefined],
    [undefined, undefined],
  ])("that says to come back in %s is believed for a minute", async (seconds, ms) => {
    const error = await refusal(503, {}, seconds === undefined ? {} : { "retry-after": seconds });
    expect(error.failure).toHaveProperty("retryAfterMs", ms);
    expect((error as { retryAfterMs?: number }).retryAfterMs).toBe(ms);
  });
});
