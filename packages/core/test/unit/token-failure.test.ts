import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ClientCredentialsAuth } from "../../src/auth/client-credentials.js";
import { asked } from "./token-asker.js";
import { second, TokenDesk } from "./token-desk.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = async (ms: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(ms));

describe("while the token endpoint is down", () => {
  test("it is asked after 1, 2 and 4 s, and every 4 s from then on", async () => {
    const desk = new TokenDesk();
    await desk.call();
    await settle(500 * second);
    desk.answer = () => new Response(null, { status: 503 });
    for (let quarter = 0; quarter < 80; quarter++) {
      expect(await desk.call(second)).toBe("Bearer token-1");
      await settle(second / 4);
    }
    expect(desk.times.slice(1)).toEqual([0, 1, 3, 7, 11, 15, 19].map((seconds) => (500 + seconds) * second));
  });

  test("a call within a pause that has a good token asks for none, nor has one asked for later", async () => {
    const desk = new TokenDesk();
    await desk.call();
    await settle(500 * second);
    desk.answer = () => new Response(null, { status: 503 });
    await desk.call(second);
    // The third request has failed, and there is a pause of four seconds.
    await settle(4 * second);
    expect(await desk.call(second)).toBe("Bearer token-1");
    await settle(20 * second);
    expect(desk.times).toEqual([0, 500 * second, 501 * second, 503 * second]);
  });

  test("and up again, the pauses begin anew", async () => {
    const desk = new TokenDesk();
    desk.answer = () => (desk.times.length % 3 === 0 ? desk.token(5) : new Response(null, { status: 503 }));
    for (const token of ["Bearer token-3", "Bearer token-6"]) {
      const call = desk.call();
      await settle(4 * second);
      expect(await call).toBe(token);
    }
    expect(desk.times).toEqual([0, 1, 3, 4, 5, 7].map((seconds) => seconds * second));
  });

  test.each([
    ["10", 10],
    ["0.2", 1],
  ])("it is asked when it said, %s s, and no sooner than after a second", async (header, seconds) => {
    const desk = new TokenDesk();
    desk.answer = () =>
      desk.times.length > 1 ? desk.token(600) : new Response(null, { status: 503, headers: { "retry-after": header } });
    const call = desk.call();
    await settle(seconds * second);
    expect(await call).toBe("Bearer token-2");
    expect(desk.times).toEqual([0, seconds * second]);
  });

  test("a wait is given up after the third request", async () => {
    const desk = new TokenDesk();
    desk.answer = () => new Response(null, { status: 503 });
    const failing = desk.failing();
    await settle(3 * second);
    expect(await failing).toMatchObject({ isFinal: false });
    expect(desk.times).toEqual([0, second, 3 * second]);
  });
});

describe("what asking again cannot help", () => {
  test("a refusal is told at once, within the pause by the same words, and then asked about again", async () => {
    const desk = new TokenDesk();
    desk.answer = () => Response.json({ error: "invalid_client" }, { status: 400 });
    const refusal = await desk.failing();
    await settle(second - 1);
    expect(await desk.failing()).toBe(refusal);
    expect(desk.times).toHaveLength(1);
    await settle(1);
    expect(await desk.failing()).not.toBe(refusal);
    expect(desk.times).toEqual([0, second]);
  });

  test("after a refusal that has passed, a failure is no refusal", async () => {
    const desk = new TokenDesk();
    desk.answer = () => Response.json({}, { status: desk.times.length === 1 ? 400 : 503 });
    await desk.failing();
    await settle(second);
    const failing = desk.failing();
    await settle(6 * second);
    expect(await failing).toMatchObject({ isFinal: false });
    desk.answer = () => desk.token(600);
    const call = desk.call();
    await settle(8 * second);
    expect(await call).toBe("Bearer token-5");
  });

  test("a fault that is none of the token endpoint's is told at once", async () => {
    const fault = new Error("no fetch");
    const auth = new ClientCredentialsAuth({
      ...asked,
      send: async () => expect.unreachable("nothing is sent"),
      fetch: () => {
        throw fault;
      },
    });
    await expect(auth.headers({ remainingMs: second, signal: new AbortController().signal })).rejects.toBe(fault);
  });
});
