import { describe, expect, test } from "vitest";
import { linesOf, type PromiseLine } from "../src/measure.ts";
import { pageOf, rowsOf } from "../src/page.ts";
import { randomFrom } from "../src/random.ts";

const line: PromiseLine = {
  id: "one",
  promise: "One | and only",
  wanted: "0",
  seen: "0 of 100",
  kept: true,
  command: "node x.ts --seed 1",
  seed: 1,
};

describe("the page", () => {
  test("has a row for each promise, and says where one was not kept", () => {
    const page = pageOf([line, { ...line, promise: "Two", kept: false }], "2026-01-01");
    expect(page).toContain("| One \\| and only | 0 | 0 of 100 | `node x.ts --seed 1` |");
    expect(page).toContain("| Two | 0 | 0 of 100 **(not kept)** |");
  });

  test("is compared by promise and number, not by what a run came to", () => {
    const before = pageOf([line], "2026-01-01");
    expect(rowsOf(pageOf([{ ...line, seen: "0 of 200", command: "other" }], "2026-02-01"))).toEqual(rowsOf(before));
    expect(rowsOf(pageOf([{ ...line, wanted: "1" }], "2026-01-01"))).not.toEqual(rowsOf(before));
  });
});

describe("what a measurement prints", () => {
  test("is found among lines for people", () => {
    expect(linesOf(`starting\n${JSON.stringify(line)}\ndone`)).toEqual([line]);
  });
});

describe("numbers from a seed", () => {
  test("are the same each time, spread out, and others for another seed", () => {
    const take = (seed: number): number[] => Array.from({ length: 1000 }, randomFrom(seed));
    expect(take(1)).toEqual(take(1));
    expect(take(1)).not.toEqual(take(2));
    expect(take(1).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(450);
    expect(take(1).every((one) => one >= 0 && one < 1)).toBe(true);
  });
});
