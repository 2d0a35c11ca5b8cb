import { describe, expect, test } from "vitest";
import { seeded } from "../../scripts/random-values.js";
import { backoffMs, type FailedAttempt } from "../../src/retry.js";

const limited: FailedAttempt = { code: "rate_limited", outcome: "rejected", attempt: 1, elapsedMs: 5 };

describe("a thousand clients that fail together", () => {
  const random = seeded(20_261_121);
  const waits = Array.from({ length: 1000 }, () => backoffMs(limited, random) ?? Number.NaN).toSorted((a, b) => a - b);

  test("come back spread out: no tenth of a second is asked for by more than 15 % of them", () => {
    const slots = new Map<number, number>();
    for (const wait of waits) slots.set(Math.floor(wait / 100), (slots.get(Math.floor(wait / 100)) ?? 0) + 1);
    expect(slots.size).toBe(10);
    expect(Math.max(...slots.values())).toBeLessThanOrEqual(150);
  });

  test("wait as a uniform distribution does, by Kolmogorov and Smirnov at 1 %", () => {
    const distances = waits.map((wait, n) =>
      Math.max(Math.abs((n + 1) / 1000 - wait / 1000), Math.abs(n / 1000 - wait / 1000)),
    );
    expect(Math.max(...distances)).toBeLessThan(1.628 / Math.sqrt(1000));
  });
});
