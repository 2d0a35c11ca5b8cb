import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ClientCredentialsAuth } from "../../src/auth/client-credentials.js";
import type { Token } from "../../src/auth/token-request.js";
import type { SharedTokens } from "../../src/auth/token-store.js";
import { asked } from "./token-asker.js";

const second = 1000;

/** A store with at most one token in it, whose lock is free. */
class Shared {
  token: Token | undefined;
  looks = 0;

  /** Somebody else's token, with so many of its 590 s left. */
  put(secret: string, leftSeconds: number): void {
    const expires = performance.now() + leftSeconds * second;
    this.token = { read: () => secret, received: expires - 590 * second, expires, lifeMs: 590 * second };
  }

  async find(isEnough: (token: Token) => boolean): Promise<Token | undefined> {
    this.looks++;
    return this.token !== undefined && isEnough(this.token) ? this.token : undefined;
  }

  async get(isEnough: (token: Token) => boolean, make: () => Promise<Token>): Promise<Token> {
    if (this.token === undefined || !isEnough(this.token)) this.token = await make();
    return this.token;
  }
}

class Desk {
  requests = 0;
  answer = (): Response => Response.json({ access_token: `token-${this.requests}`, expires_in: 600 });
  readonly shared = new Shared();
  readonly auth = new ClientCredentialsAuth({
    ...asked,
    send: async () => {
      this.requests++;
      return this.answer();
    },
    fetch: () => globalThis.fetch,
    shared: this.shared as unknown as SharedTokens,
  });

  async call(seconds = 30): Promise<string | undefined> {
    const { signal } = new AbortController();
    const headers = await this.auth.headers({ remainingMs: seconds * second, signal });
    return headers["authorization"];
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = async (ms: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(ms));

test.each([
  ["120 s left", 120, 30, "theirs"],
  ["less, which would be renewed at once", 119, 30, "token-1"],
  ["enough for a long call", 190, 180, "theirs"],
  ["less than a long call takes", 189, 180, "token-1"],
])("a token with %s is taken from the store, or not", async (_, left, seconds, taken) => {
  const desk = new Desk();
  desk.shared.put("theirs", left);
  expect(await desk.call(seconds)).toBe(`Bearer ${taken}`);
});

test("of two calls at once, the longer one does not go out on what was found for the shorter", async () => {
  const desk = new Desk();
  desk.shared.put("theirs", 150);
  expect(await Promise.all([desk.call(30), desk.call(180)])).toEqual(["Bearer theirs", "Bearer token-1"]);
  expect(desk.requests).toBe(1);
});

test("a token that lasts is not looked for again", async () => {
  const desk = new Desk();
  desk.shared.put("theirs", 500);
  expect(await Promise.all([desk.call(30), desk.call(180)])).toEqual(["Bearer theirs", "Bearer theirs"]);
  desk.shared.put("others", 590);
  expect(await desk.call()).toBe("Bearer theirs");
});

test("what was refused is not taken from the store again", async () => {
  const desk = new Desk();
  desk.shared.put("theirs", 500);
  await desk.call();
  expect(desk.auth.renew(new Headers({ authorization: "Bearer theirs" }))).toBe(true);
  expect(await desk.call()).toBe("Bearer token-1");
});

test("while it has to wait, a process takes what another has got", async () => {
  const desk = new Desk();
  desk.answer = () => Response.json({}, { status: 503 });
  const failing = desk.call().catch(() => "failed");
  await settle(3 * second);
  expect([await failing, desk.requests]).toEqual(["failed", 3]);
  desk.shared.put("theirs", 500);
  expect(await desk.call()).toBe("Bearer theirs");
  expect(desk.requests).toBe(3);
});

test("a process that need not wait does not look twice", async () => {
  const desk = new Desk();
  await desk.call();
  expect(desk.shared.looks).toBe(0);
  // A second after a token was made another one may be, at once.
  await settle(5 * second);
  desk.auth.renew(new Headers({ authorization: "Bearer token-1" }));
  expect(await desk.call()).toBe("Bearer token-2");
  expect(desk.shared.looks).toBe(0);
});
