import { describe, expect, test } from "vitest";
import type { ErrorCode } from "../../src/errors/codes.js";
import { backoffMs, ResendBudget } from "../../src/retry.js";

/**
 * The scripted sequences by which the SDKs of AWS check their standard mode, with its costs of 14 and 5 and its bases of 50 ms
 * and 1 s. Ours differs in one point: a success gives back what all resends of its call cost, not only the last.
 */
interface Step {
  /** What the attempt came to. */
  readonly answer: "ok" | ErrorCode;
  /** Tokens left after it. */
  readonly left: number;
  /** Most milliseconds until the next attempt; `undefined` when it is the last. */
  readonly waits?: number;
}

interface Sequence {
  readonly name: string;
  readonly attempts: number;
  readonly tokens: number;
  readonly steps: readonly Step[];
}

const sequences: readonly Sequence[] = [
  {
    name: "a call that succeeds at the third attempt costs nothing in the end",
    attempts: 3,
    tokens: 500,
    steps: [
      { answer: "server", left: 486, waits: 50 },
      { answer: "server", left: 472, waits: 100 },
      { answer: "ok", left: 500 },
    ],
  },
  {
    name: "a call ends with its attempts",
    attempts: 3,
    tokens: 500,
    steps: [
      { answer: "server", left: 486, waits: 50 },
      { answer: "server", left: 472, waits: 100 },
      { answer: "server", left: 472 },
    ],
  },
  {
    name: "tokens for one resend pay for one",
    attempts: 3,
    tokens: 14,
    steps: [
      { answer: "server", left: 0, waits: 50 },
      { answer: "server", left: 0 },
    ],
  },
  { name: "no tokens pay for none", attempts: 3, tokens: 0, steps: [{ answer: "server", left: 0 }] },
  {
    name: "waits double",
    attempts: 5,
    tokens: 500,
    steps: [
      { answer: "server", left: 486, waits: 50 },
      { answer: "server", left: 472, waits: 100 },
      { answer: "server", left: 458, waits: 200 },
      { answer: "server", left: 444, waits: 400 },
      { answer: "server", left: 444 },
    ],
  },
  {
    name: "waits end at five seconds",
    attempts: 10,
    tokens: 500,
    steps: [
      ...[50, 100, 200, 400, 800, 1600, 3200, 5000, 5000].map((waits, n): Step => ({
        answer: "server",
        left: 486 - 14 * n,
        waits,
      })),
      { answer: "server", left: 374 },
    ],
  },
  {
    name: "too few tokens for the next resend end the call",
    attempts: 5,
    tokens: 20,
    steps: [
      { answer: "server", left: 6, waits: 50 },
      { answer: "server", left: 6 },
    ],
  },
  {
    name: "being throttled waits longer and costs less",
    attempts: 3,
    tokens: 500,
    steps: [
      { answer: "rate_limited", left: 495, waits: 1000 },
      { answer: "rate_limited", left: 490, waits: 2000 },
      { answer: "ok", left: 500 },
    ],
  },
  {
    name: "a success at the first attempt gives one token",
    attempts: 3,
    tokens: 100,
    steps: [{ answer: "ok", left: 101 }],
  },
];

/** A budget with so many tokens left. */
function budgetOf(tokens: number): ResendBudget {
  const budget = new ResendBudget();
  while (budget.left !== tokens) budget.take((budget.left - tokens) % 5 === 0 ? "rate_limited" : "server");
  return budget;
}

describe("the standard sequences", () => {
  test.each(sequences.map((one) => [one.name, one] as const))("%s", (_, { attempts, tokens, steps }) => {
    const budget = budgetOf(tokens);
    let spent = 0;
    for (const [at, { answer, left, waits }] of steps.entries()) {
      const attempt = at + 1;
      if (answer === "ok") budget.give(spent);
      else {
        const price = attempt < attempts ? budget.take(answer) : undefined;
        spent += price ?? 0;
        const failed = { code: answer, outcome: "unknown", attempt, elapsedMs: 0 } as const;
        expect(price === undefined ? undefined : backoffMs(failed, () => 1)).toBe(waits);
      }
      expect(budget.left).toBe(left);
    }
  });
});

describe("a thousand clients that failed together", () => {
  /** Numbers from a seed, so that no run is unlucky. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) / 2 ** 24;
    };
  }
  const waitsOf = (code: ErrorCode, attempt: number): number[] => {
    const draw = random(20_261_121);
    return Array.from(
      { length: 1000 },
      () => backoffMs({ code, outcome: "unknown", attempt, elapsedMs: 0 }, draw) ?? Number.NaN,
    );
  };

  test.each<[ErrorCode, number, number]>([
    ["server", 1, 50],
    ["server", 3, 200],
    ["server", 9, 5000],
    ["rate_limited", 1, 1000],
  ])("come back evenly spread: %s, attempt %i, up to %i ms", (code, attempt, most) => {
    const sorted = waitsOf(code, attempt).toSorted((a, b) => a - b);
    const distance = Math.max(
      ...sorted.map((wait, n) => Math.max(Math.abs((n + 1) / 1000 - wait / most), Math.abs(wait / most - n / 1000))),
    );
    // Kolmogorov and Smirnov: at a probability of 0.01 the distance from an even spread of 1,000 is 1.63 / sqrt(1000).
    expect(distance).toBeLessThan(0.0515);
  });

  test("no tenth of a second holds more than 15 % of them after a 429", () => {
    const slots = new Map<number, number>();
    for (const wait of waitsOf("rate_limited", 1))
      slots.set(Math.floor(wait / 100), (slots.get(Math.floor(wait / 100)) ?? 0) + 1);
    expect(Math.max(...slots.values())).toBeLessThanOrEqual(150);
  });
});
