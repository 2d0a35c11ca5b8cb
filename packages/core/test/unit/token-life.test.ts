import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { second, TokenDesk } from "./token-desk.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = async (ms: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(ms));

describe("a token of 600 s, of which the last 10 are not relied on", () => {
  test.each([
    ["30 s", 30, 550],
    ["180 s", 180, 400],
    ["longer than tokens live: half a life", 3600, 295],
  ])("is good for a call of %s until it ends before the call", async (_, seconds, until) => {
    const desk = new TokenDesk();
    await desk.call();
    await settle(until * second);
    expect(await desk.call(seconds * second)).toBe("Bearer token-1");
    // Below 120 s it is renewed as well, for the calls to come.
    await settle(1);
    expect(await desk.call(seconds * second)).toBe("Bearer token-2");
  });

  test("is not good for a long call because a short one at the same time goes out on it", async () => {
    const desk = new TokenDesk();
    await desk.call();
    await settle(450 * second);
    expect(await Promise.all([desk.call(30 * second), desk.call(180 * second)])).toEqual([
      "Bearer token-1",
      "Bearer token-2",
    ]);
  });

  test.each([
    [600, 470],
    [110, 50],
  ])("of %d s is renewed while it is used when less than 120 s or half a life is left", async (life, until) => {
    const desk = new TokenDesk();
    desk.answer = () => desk.token(life);
    await desk.call();
    await settle(until * second);
    expect(await desk.call(second)).toBe("Bearer token-1");
    await settle(0);
    expect(desk.times).toHaveLength(1);
    await settle(1);
    expect(await desk.call(second)).toBe("Bearer token-1");
    await settle(0);
    expect(desk.times).toHaveLength(2);
    expect(await desk.call(second)).toBe("Bearer token-2");
  });
});

test("a token that ends before it can be relied on serves the call that it was asked for, and one is asked for a second", async () => {
  const desk = new TokenDesk();
  desk.answer = () => desk.token(5);
  expect(await desk.call()).toBe("Bearer token-1");
  const next = desk.call();
  await settle(second);
  expect(await next).toBe("Bearer token-2");
  expect(desk.times).toEqual([0, second]);
});

describe("told of a 401", () => {
  const sent = (token: number): Headers => new Headers({ authorization: `Bearer token-${token}` });

  test("without a token, or of another one, another try is worth it and nothing is thrown away", async () => {
    const desk = new TokenDesk();
    expect(desk.auth.renew(new Headers())).toBe(true);
    await desk.call();
    expect(desk.auth.renew(sent(0))).toBe(true);
    expect(await desk.call()).toBe("Bearer token-1");
  });

  test("a token is thrown away when it is 5 s old", async () => {
    const desk = new TokenDesk();
    await desk.call();
    await settle(5 * second - 1);
    expect(desk.auth.renew(sent(1))).toBe(false);
    expect(await desk.call()).toBe("Bearer token-1");
    await settle(1);
    expect(desk.auth.renew(sent(1))).toBe(true);
    expect(await desk.call()).toBe("Bearer token-2");
  });
});
