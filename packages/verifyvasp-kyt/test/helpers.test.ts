import { describe, expect, test } from "vitest";
import {
  compareAlertLevels,
  compareAmounts,
  highestAlertLevel,
  isFinalKyt,
  isSameAddress,
  isSameNetwork,
  kytRule,
  kytVerdict,
  sumAmounts,
  verdictOf,
} from "../src/index.js";
import { forgeKytCallback } from "../src/testing/index.js";

describe("amounts", () => {
  test.each([
    ["1", "1.0", 0],
    ["0.1", "0.10000000000000000000000000000001", -1],
    ["9007199254740993", "9007199254740992", 1],
    ["1820.17", "1820.2", -1],
    ["10", "9", 1],
    ["-1", "1", -1],
    ["-0", "0.000", 0],
    ["000123", "123", 0],
  ])("%s against %s is %i", (a, b, order) => {
    expect([compareAmounts(a, b), compareAmounts(b, a)]).toEqual([order, order === 0 ? 0 : -order]);
  });

  test("add up without a rounded digit", () => {
    expect(sumAmounts(["0.1", "0.2"])).toBe("0.3");
    expect(sumAmounts(["9007199254740993.00000000000000000001", "1"])).toBe("9007199254740994.00000000000000000001");
    expect(sumAmounts(["1", "-1.5"])).toBe("-0.5");
    expect(sumAmounts([])).toBe("0");
  });

  test.each(["", "1,5", "1e3", "0x10", "NaN", ".5", "5.", "1 000", 7 as never, null as never])(
    "%j is none",
    (amount) => {
      expect(() => compareAmounts(amount, "1")).toThrow(RangeError);
    },
  );
});

describe("alert levels", () => {
  test("rise from LOW to SEVERE, and what is not documented stands above", () => {
    const levels = ["SEVERE", "LOW", "CRITICAL", "HIGH", "MEDIUM"];
    expect(levels.toSorted(compareAlertLevels)).toEqual(["LOW", "MEDIUM", "HIGH", "SEVERE", "CRITICAL"]);
    expect(highestAlertLevel(levels.map((alertLevel) => ({ alertLevel })))).toBe("CRITICAL");
    expect([highestAlertLevel([]), highestAlertLevel(null), highestAlertLevel(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("a verdict", () => {
  const of = (forgery: Parameters<typeof forgeKytCallback>[0]) => kytVerdict(forgeKytCallback(forgery).payload);

  test.each<[string, Parameters<typeof forgeKytCallback>[0], unknown]>([
    ["no alerts", { alerts: [] }, { kind: "clear" }],
    ["alerts", { alerts: [{ alertLevel: "LOW" }, { alertLevel: "HIGH" }] }, { kind: "alerts", level: "HIGH" }],
    [
      "alerts that did not come",
      { alerts: [], kyt: { alertCount: 1 } },
      { kind: "unclear", because: "alerts_missing" },
    ],
    ["alerts that were not counted", { kyt: { alertCount: 0 } }, { kind: "unclear", because: "alerts_missing" }],
    [
      "no count and no alerts",
      { alerts: [], kyt: { alertCount: null } },
      { kind: "unclear", because: "count_missing" },
    ],
    ["no count but alerts", { kyt: { alertCount: undefined } }, { kind: "alerts", level: "MEDIUM" }],
    ["no result yet", { alerts: [], kyt: { status: "REGISTERED", alertCount: null } }, { kind: "pending" }],
    ["a check under way", { alerts: [], kyt: { status: "CHECKING" } }, { kind: "pending" }],
    ["an error", { alerts: [], kyt: { status: "ERROR" } }, { kind: "failed" }],
    ["a new status", { alerts: [], kyt: { status: "RECHECKED" } }, { kind: "unclear", because: "unknown_status" }],
  ])("on %s", (_, forgery, verdict) => {
    expect(of(forgery)).toEqual(verdict);
  });

  test("on another assessment than the one that was meant clears nobody", () => {
    const { payload } = forgeKytCallback({ alerts: [] });
    expect(kytVerdict(payload, kytRule({ role: "originating", txReported: false }))).toEqual({ kind: "clear" });
    for (const occasion of [
      { role: "originating", txReported: true },
      { role: "beneficiary", txReported: true },
    ] as const)
      expect(kytVerdict(payload, kytRule(occasion))).toEqual({ kind: "unclear", because: "other_assessment" });
  });

  test("is final with a result or an error", () => {
    const final = (status: string) => isFinalKyt(forgeKytCallback({ kyt: { status }, alerts: [] }).payload);
    expect(["REGISTERED", "CHECKING", "PROCESSED", "ERROR", "NEW"].map(final)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});

test("two spellings of one address and one network", () => {
  expect(isSameAddress("0xBb3fd383d1C5540E52EF0A7bcb9433375793aEAF", "bb3fd383d1c5540e52ef0a7bcb9433375793aeaf")).toBe(
    true,
  );
  expect(
    isSameAddress(
      "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
      "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
    ),
  ).toBe(true);
  expect(isSameAddress("1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "1boatslrhtknngkdxeeobr76b53lettpyt")).toBe(false);
  expect([isSameNetwork("Ethereum", "ETHEREUM"), isSameNetwork("Tron", "Ethereum")]).toEqual([true, false]);
});

test("the answer to a verification has two names", () => {
  expect(verdictOf({ verificationResult: "VERIFIED" })).toBe("VERIFIED");
  expect(verdictOf({ result: "DENIED" })).toBe("DENIED");
  expect(verdictOf({ verificationResult: "VERIFIED", result: "DENIED" })).toBeUndefined();
  expect(verdictOf({})).toBeUndefined();
});
