import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { requestToken, TokenRefused } from "../../src/auth/token-request.js";
import type { AuthFailure } from "../../src/auth/types.js";
import type { OutgoingRequest } from "../../src/send/types.js";
import { asked, facts, failure } from "./token-asker.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  // Whatever came of it, no timer is left that would keep the process alive.
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
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

  test.each<[string, BodyInit]>([
    ["is longer than is read", "x".repeat(65_537)],
    ["is not text", Uint8Array.of(0xff, 0xfe, 0xff)],
    ["breaks off", new ReadableStream({ start: (stream) => stream.error(new TypeError("terminated")) })],
  ])("whose body %s stays what its status says", async (_name, body) => {
    const headers = { "retry-after": "5" };
    const error = await failure(() => new Response(body, { status: 401, headers }));
    expect(error).toMatchObject({
      code: "authentication",
      status: 401,
      failure: { isFinal: true, retryAfterMs: 5000 },
    });
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
