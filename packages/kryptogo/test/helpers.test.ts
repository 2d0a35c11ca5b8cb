import { describe, expect, test } from "vitest";
import {
  consoleLinks,
  decidedAt,
  type IdvTask,
  idvVerdict,
  isInputError,
  readAddressRisk,
  riskBand,
  type SearchTask,
  searchTaskVerdict,
} from "../src/index.js";

describe("riskBand", () => {
  test.each([
    [0, "low"],
    [24, "low"],
    [24.9, "low"],
    [25, "low_to_medium"],
    [49, "low_to_medium"],
    [50, "medium"],
    [74, "medium"],
    [75, "high"],
    [99, "high"],
    [100, "very_high"],
  ])("%d is %s", (score, band) => {
    expect(riskBand(score)).toBe(band);
  });

  test.each([[-1], [101], [Number.NaN], [Number.POSITIVE_INFINITY], [null], [undefined]])("%s has no band", (score) => {
    expect(riskBand(score)).toBeUndefined();
  });
});

describe("idvVerdict", () => {
  const none = undefined;
  const some = [{ code: 702, description: "No ID Uploaded" }];
  test.each<[IdvTask["audit_status"], IdvTask["state"], IdvTask["reject_reasons"], string]>([
    ["Accepted", 0, [], "accepted"],
    ["Accepted", 1, [], "accepted"],
    ["Accepted", 2, some, "accepted"],
    ["Accepted", 4, none, "accepted"],
    ["Accepted", none, none, "accepted"],
    ["Rejected", 0, [], "rejected"],
    ["Rejected", 1, [], "rejected"],
    ["Rejected", 3, none, "rejected"],
    ["Rejected", none, none, "rejected"],
    ["Escalated", 0, [], "unknown"],
    ["Escalated", 2, some, "unknown"],
    ["", 0, [], "unknown"],
    ["Pending", 0, [], "accepted"],
    [null, 0, null, "accepted"],
    [none, 0, none, "accepted"],
    ["Pending", 0, some, "unknown"],
    ["Pending", 1, [], "review"],
    [null, 1, null, "review"],
    [none, 1, none, "review"],
    ["Pending", 1, some, "unknown"],
    [none, 1, some, "unknown"],
    ["Pending", 2, some, "rejected"],
    [none, 2, [], "rejected"],
    ["Pending", 3, [], "pending"],
    [none, 3, some, "pending"],
    ["Pending", 4, [], "initial"],
    [none, 4, none, "initial"],
    [none, 4, null, "initial"],
    ["Pending", 4, some, "not_done"],
    [none, 4, some, "not_done"],
    ["Pending", 5, [], "unknown"],
    [none, none, none, "unknown"],
  ])("audit_status %s, state %s, reject_reasons %j is %s", (audit_status, state, reject_reasons, verdict) => {
    expect(idvVerdict({ audit_status, state, reject_reasons })).toBe(verdict);
  });
});

describe("searchTaskVerdict", () => {
  const none = undefined;
  test.each<[boolean | null | undefined, number | null | undefined, number | null | undefined, string]>([
    [true, 1623859200, 100, "accepted"],
    [true, 1623859200, null, "accepted"],
    [false, 1623859200, 100, "rejected"],
    [false, 1623859200, none, "rejected"],
    [null, 0, 100, "undecided"],
    [none, none, 100, "undecided"],
    [false, 0, 100, "undecided"],
    [true, null, 100, "undecided"],
    [null, 1623859200, 100, "undecided"],
    [false, 0, 40, "searching"],
    [none, none, 0, "searching"],
    [none, none, 99, "searching"],
    [none, none, null, "searching"],
    [none, none, none, "unknown"],
    [none, none, 101, "unknown"],
    [none, none, -1, "unknown"],
  ])("accepted %s, audit_time %s, progress %s is %s", (accepted, audit_time, progress, verdict) => {
    expect(searchTaskVerdict({ report: { accepted }, audit_time, progress })).toBe(verdict);
  });

  test.each<[SearchTask["report"]]>([[null], [undefined], [{}]])("report %j is no decision", (report) => {
    expect(searchTaskVerdict({ report, audit_time: 1623859200, progress: 100 })).toBe("undecided");
  });
});

describe("decidedAt", () => {
  test("reads the time of a search task, its detail and a verification", () => {
    expect(decidedAt({ audit_time: 1623859200 })).toEqual(new Date("2021-06-16T16:00:00Z"));
    expect(decidedAt({ audit_timestamp: 1641982000 })).toEqual(new Date("2022-01-12T10:06:40Z"));
  });

  test.each([[0], [null], [undefined]])("%s is undecided", (seconds) => {
    expect(decidedAt({ audit_time: seconds })).toBeNull();
    expect(decidedAt({ audit_timestamp: seconds })).toBeNull();
  });
});

describe("consoleLinks", () => {
  test("leads to the pages of the console", () => {
    expect(consoleLinks.kya(12)).toBe("https://app.kryptogo.com/compliance/addresses/12");
    expect(consoleLinks.searchTask(123)).toBe("https://app.kryptogo.com/compliance/audit/123");
    expect(consoleLinks.idv(15)).toBe("https://app.kryptogo.com/compliance/idv/15");
    expect(consoleLinks.searchSetting(120)).toBe(
      "https://app.kryptogo.com/compliance/settings/search-settings/detail/120",
    );
  });

  test.each([[0], [-1], [1.5], [Number.NaN], [2 ** 53], ["1/../2"]])("refuses %s as an id", (id) => {
    let error: unknown;
    try {
      consoleLinks.idv(id as number);
    } catch (thrown) {
      error = thrown;
    }
    expect(isInputError(error) && error.issues).toEqual([
      { path: "idv_id", code: "invalid", expected: "a positive integer" },
    ]);
  });
});

describe("readAddressRisk", () => {
  test("reads score and signals where they are", () => {
    expect(readAddressRisk({ data: { risk_score: 0.9, signals: { mixer: 0.4, exchange: 0.6 }, owner: "x" } })).toEqual({
      risk_score: 0.9,
      signals: { mixer: 0.4, exchange: 0.6 },
    });
  });

  test("leaves out what is of another type", () => {
    expect(readAddressRisk({ data: { risk_score: "0.9", signals: { mixer: 0.4, owner: "x" } } })).toEqual({
      signals: { mixer: 0.4 },
    });
  });

  test.each([[{}], [null], [undefined], [{ signals: [] }], [{ signals: {} }]])("finds nothing in %j", (data) => {
    expect(readAddressRisk({ data })).toEqual({});
  });
});
