import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { parseKycPortalEvent } from "../src/callbacks/index.js";
import { forgeKycPortalEvent } from "../src/testing/index.js";

const types = [
  "CaseCreated",
  "CaseReady",
  "CaseClosed",
  "CaseReopened",
  "CaseAssigned",
  "AmlMatch",
  "IdFailure",
  "DocumentUploaded",
  "DocumentsRequested",
  "CaseRequestSubmitted",
] as const;

describe("a webhook", () => {
  test.each(types)("%s is read, with its ids as numbers and the payload as it came", (type) => {
    const { body } = forgeKycPortalEvent(type, { caseCommonId: "1000002771" });
    const event = parseKycPortalEvent(new TextEncoder().encode(body));
    expect(event).toMatchObject({ eventType: type, caseCommonId: 1000002771, subject: "case:1000002771", drift: [] });
    expect(event.payload?.caseCommonId).toBe("1000002771");
  });

  test("a document's id is a number too", () => {
    expect(forgeKycPortalEvent("DocumentUploaded", { documentId: "35470" }).event.documentId).toBe(35470);
  });

  test("two deliveries of one event have one key, other events others", () => {
    const keys = types.map((type) => forgeKycPortalEvent(type).event.dedupeKey);
    expect(new Set(keys).size).toBe(types.length);
    expect(forgeKycPortalEvent("CaseReady").event.dedupeKey).toBe(keys[1]);
  });

  test("of a type of tomorrow is no error, and its payload is not printed", () => {
    const event = parseKycPortalEvent({ eventType: "CaseMoved", body: { caseName: "Jane Example" } });
    expect(event).toMatchObject({ eventType: "unknown" });
    expect(inspect(event, { depth: 9 }) + JSON.stringify(event)).not.toContain("Jane");
    expect((event as { readPayload(): unknown }).readPayload()).toMatchObject({ eventType: "CaseMoved" });
  });

  test("with a new field or a new decision is read, and the drift is told without values", () => {
    const text = JSON.stringify({
      eventType: "CaseClosed",
      body: { caseCommonId: "1", caseDecision: "Postponed", secretName: "x" },
    });
    const { drift } = parseKycPortalEvent(text);
    expect(drift).toEqual(
      expect.arrayContaining([
        { path: "caseDecision", kind: "unknown_value" },
        expect.objectContaining({ kind: "unknown_field" }),
      ]),
    );
    expect(JSON.stringify(drift)).not.toMatch(/Postponed|secretName/);
  });

  test.each([
    ["an id with letters", { eventType: "CaseReady", body: { caseCommonId: "60x7" } }],
    ["an id of zero", { eventType: "CaseReady", body: { caseCommonId: "0" } }],
    ["no id", { eventType: "CaseReady", body: {} }],
    ["no body", { eventType: "CaseReady" }],
    ["two ids", '{"eventType":"CaseReady","body":{"caseCommonId":"1","caseCommonId":"2"}}'],
    [
      "two decisions",
      '{"eventType":"CaseClosed","body":{"caseCommonId":"1","caseDecision":"Denied","caseDecision":"Accepted"}}',
    ],
    ["a list", "[]"],
    ["no JSON", "<html>"],
  ])("with %s is refused", (_, body) => {
    expect(() => parseKycPortalEvent(body)).toThrow(expect.objectContaining({ code: "invalid_callback" }));
  });
});
