import { describe, expect, test } from "vitest";
import { connect, failureOf } from "./support.js";

const common = {
  caseCommonId: 7,
  statusId: 0,
  statusName: "Initializing Case",
  status: "Open",
  caseDecision: null,
  complete: 0,
};

/** What a call returns when the vendor answers this. */
const from = (answer: unknown) =>
  connect(({ method, target }) => (method === "GET" && target === "/v2/Companies" ? [] : answer)).client;

describe("an answer that comes in several forms has one", () => {
  test.each([
    ["nested", { caseDetail: { details: { common } } }],
    ["one level flatter, as imports on staging", { details: { common } }],
  ])("an imported case, %s", async (_form, answer) => {
    const company = { entityName: "Example Limited", codeiso31662: "GB", companyType: "Private Company" };
    expect(await from(answer).companies.import(company)).toEqual({ caseDetail: { details: { common } } });
  });

  test("a change of status that answers the id alone", async () => {
    const { caseDetail } = await from({ caseCommonId: 7 }).companies.updateStatus({ caseCommonId: 7, status: "Close" });
    expect(caseDetail.details.common.caseCommonId).toBe(7);
  });

  test.each([
    ["a list", [{ dataType: "Review date", data: "18/11/2020" }]],
    ["a list in a wrapper", { caseCommonId: 7, properties: [{ dataType: "Review date", data: "18/11/2020" }] }],
    ["an object from label to value", { "Review date": "18/11/2020" }],
    ["such an object in a wrapper", { caseCommonId: 7, properties: { "Review date": "18/11/2020" } }],
  ])("properties, as %s", async (_form, answer) => {
    expect(await from(answer).companies.properties.get({ caseCommonId: 7 })).toEqual([
      { dataType: "Review date", data: "18/11/2020" },
    ]);
  });

  test.each([
    ["under `items`", { itemCount: 1, items: [{ name: "Example Limited", caseId: 7 }] }],
    ["under another name", { itemCount: 1, liveMonitoringCases: [{ name: "Example Limited", caseId: 7 }] }],
    ["bare", [{ name: "Example Limited", caseId: 7 }]],
  ])("monitored cases, %s", async (_form, answer) => {
    expect(await from(answer).companies.monitoring.listCases()).toEqual({
      itemCount: 1,
      items: [{ name: "Example Limited", caseId: 7 }],
    });
  });

  test("no monitored cases, without any list", async () => {
    expect(await from({ itemCount: 0 }).companies.monitoring.listCases()).toEqual({ itemCount: 0, items: [] });
    const error = await failureOf(from({ itemCount: 3 }).companies.monitoring.listCases());
    expect(error).toMatchObject({ code: "unexpected_shape" });
  });

  test.each([
    ["one object", { changeId: 9001, officer: { name: "Jane Example" } }],
    ["a list", [{ changeId: 9001, officer: { name: "Jane Example" } }]],
  ])("changes of an alert, as %s", async (_form, changes) => {
    const { items } = await from({ itemCount: 1, items: [{ caseId: 7, changes }] }).individuals.monitoring.getAlerts({
      caseCommonId: 7,
    });
    expect(items[0]?.changes).toEqual([{ changeId: 9001, officer: { name: "Jane Example" } }]);
  });

  test.each([
    ["true", true],
    ["false", false],
    [false, false],
  ])("a step that is deactivated: %j", async (isDeactivated, expected) => {
    const client = from([{ group: "Officers", total: 1, steps: [{ caseStepId: 1, isDeactivated }] }]);
    const [group] = await client.caseSteps.list({ caseCommonId: 7 });
    expect(group?.steps[0]?.isDeactivated).toBe(expected);
    const step = await from({ caseStepId: 1, isDeactivated }).caseSteps.get({ caseCommonId: 7, stepId: 1 });
    expect(step.isDeactivated).toBe(expected);
  });

  test.each([
    ["texts", ["Private Company"]],
    ["objects", [{ name: "Private Company" }]],
    ["objects in two envelopes", { companyTypes: { companyType: [{ name: "Private Company" }] } }],
  ])("company types, as %s", async (_form, answer) => {
    expect(await from(answer).reference.listCompanyTypes()).toEqual([{ name: "Private Company" }]);
  });

  test("a list in a wrapper, unless it holds two: the empty one could pass for none", async () => {
    const list = (answer: unknown) => connect(() => answer).client.companies.list();
    expect(await list({ companies: [{ common }] })).toEqual([{ common }]);
    expect(await failureOf(list({ companies: null, warnings: [], errors: [] }))).toMatchObject({
      code: "unexpected_shape",
    });
  });
});

test("a file that was judged bad is no failure of the call, even without a document", async () => {
  const prevalidationMessages = [{ key: "IdentityDocumentNotRecognized", value: "Not recognised." }];
  const upload = (answer: object) =>
    from(answer).individuals.documents.upload({
      caseCommonId: 7,
      file: new File(["%PDF-"], "passport-forged.pdf", { type: "application/pdf" }),
      name: "Passport",
      fileCat: "photoid",
    });
  expect(await upload({ prevalidationMessages })).toEqual({ prevalidationMessages });
  expect(await failureOf(upload({ message: "Accepted" }))).toMatchObject({ outcome: "created_unreadable" });
});

describe("what must not pass for good news", () => {
  test("is screening without a list of matches", async () => {
    for (const answer of [{}, { worldChecks: null, lexisNexisChecks: null }, { checks: [] }])
      expect(await failureOf(from(answer).companies.getAmlChecks({ caseCommonId: 7 }))).toMatchObject({
        code: "unexpected_shape",
      });
    expect(await from({ worldChecks: [] }).companies.getAmlChecks({ caseCommonId: 7 })).toEqual({ worldChecks: [] });
  });

  test("is a flag of another type", async () => {
    const detail = (change: object) => ({ caseDetail: { details: { common, ...change } } });
    for (const change of [{ isCaseAMLPositive: "false" }, { common: { ...common, statusId: "3" } }])
      expect(await failureOf(from(detail(change)).companies.get({ caseCommonId: 7 }))).toMatchObject({
        code: "unexpected_shape",
      });
  });
});

test.each([
  ["nothing", new Response(null), undefined],
  ["an object", Response.json({ deleted: true }), { deleted: true }],
  ["a text", Response.json("done"), "done"],
])("an answer that is not documented may be %s", async (_name, response, expected) => {
  expect(await from(response).companies.delete({ caseCommonId: 7 })).toEqual(expected);
});

test("documents of linked parties may stand in groups of groups", async () => {
  const documents = {
    "Linked parties": { "Jane Example": [{ link: "https://x.test/v2/documents/1", name: "Passport" }] },
  };
  const answer = { caseCommonId: 7, name: "Example Limited", documents };
  expect(await from(answer).companies.documents.list({ caseCommonId: 7 })).toEqual(answer);
});

test("a search that the registry refuses keeps its words", async () => {
  const message = "More than 200 records found in Australia, please refine your search criteria";
  const body = { statusCode: 400, message, apiErrors: [{ description: message, timeStamp: "14/09/2026 08:31:03" }] };
  const { client, seen } = connect(() => Response.json(body, { status: 400 }));
  const error = await failureOf(client.companies.search({ query: "a", codeiso31662: "AU" }));
  expect(error).toMatchObject({ code: "bad_request", status: 400, outcome: "rejected" });
  expect((error as { readVendorMessage(): string | undefined }).readVendorMessage()).toBe(message);
  expect(seen).toHaveLength(1);
});

test.each([500, 504])("a search that ends with %d is not repeated, and says why", async (status) => {
  const { client, seen } = connect(() => new Response(null, { status }));
  const error = await failureOf(client.companies.search({ query: "a", codeiso31662: "GR" }));
  expect(error).toMatchObject({ code: "server", status });
  expect((error as Error).message).toContain(status === 504 ? "longer than the 300 s" : "The registry failed");
  expect(seen).toHaveLength(1);
});
