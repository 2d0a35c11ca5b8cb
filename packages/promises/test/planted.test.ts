import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defects } from "../planted/index.ts";
import { plantedIn } from "../planted/plant.ts";

const root = new URL("../../../", import.meta.url);
const record = {
  defect: "No limit",
  file: "a.ts",
  find: "> limit",
  put: "> 1e9",
  in: "packages/core",
  run: "a.test.ts",
  test: "a",
} as const;

describe("a planted defect", () => {
  test("replaces its text", () => {
    expect(plantedIn("if (size > limit) stop();", record)).toBe("if (size > 1e9) stop();");
    expect(plantedIn("a > limit, b > limit", { ...record, everywhere: true })).toBe("a > 1e9, b > 1e9");
  });

  test("fails loudly when its text is gone, stands twice, or is replaced by itself", () => {
    expect(() => plantedIn("if (size >= limit) stop();", record)).toThrow("no longer in a.ts");
    expect(() => plantedIn("a > limit, b > limit", record)).toThrow("2 times");
    expect(() => plantedIn("a > limit", { ...record, put: record.find })).toThrow("changes nothing");
  });
});

test.each(defects.map((one) => [one.defect, one] as const))("%s: can be planted in the sources of today", (_, one) => {
  const source = readFileSync(new URL(one.file, root), "utf8");
  expect(plantedIn(source, one)).not.toBe(source);
});

test("there are at least 30, each with a name of its own", () => {
  expect(new Set(defects.map(({ defect }) => defect)).size).toBe(defects.length);
  expect(defects.length).toBeGreaterThanOrEqual(30);
});
