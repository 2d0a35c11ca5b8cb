import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { create, read, TokenVendor } from "./token-vendor.js";

describe("on a clock that is moved", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  // Each token is old enough to be renewed by the time that its 401 comes.
  test("a 401 that takes six seconds is not followed by a third request", async () => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    await portal.request(read, {});
    await vi.advanceTimersByTimeAsync(6000);
    vendor.onCall = async () => {
      await new Promise((resolve) => setTimeout(resolve, 6000));
      return new Response("{}", { status: 401 });
    };
    const failing = portal.request(create, {}).catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await failing).toMatchObject({ code: "authentication", outcome: "rejected", attempts: 2 });
    expect(vendor.calls).toHaveLength(3);
  });
});
