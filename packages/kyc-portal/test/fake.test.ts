import { ManualClock } from "@x/core/testing";
import { afterEach, beforeEach, describe, expect, test, vi, onTestFinished } from "vitest";
import { parseKycPortalEvent } from "../src/callbacks/index.js";
import {
  isOutcomeUnknown,
  listDocuments,
  isSdkError,
  KycPortalClient,
  orgChartToMermaid,
  sendWithFetch,
  waitForCase,
  Waker,
} from "../src/index.js";
import { FakeKycPortal, type FakeKycPortalOptions } from "../src/testing/index.js";

const creamery = { rawname: "EXAMPLE CREAMERY LIMITED", codeiso31662: "GB", externalCode: "00999001" };

function connect(options: FakeKycPortalOptions = {}): { portal: KycPortalClient; fake: FakeKycPortal } {
  const fake = new FakeKycPortal({ buildMs: 60, reportMs: 40, searchScale: 0, ...options });
  const portal = new KycPortalClient({
    baseUrl: "https://portal.test",
    clientId: "test-client",
    clientSecret: "test-secret",
    fetch: fake.fetch,
    send: sendWithFetch,
    responseValidation: "strict",
  });
  return { portal, fake };
}

const failure = async (call: Promise<unknown>): Promise<Record<string, unknown>> =>
  await call.then(
    () => expect.unreachable("it did not fail"),
    (error: unknown) => (isSdkError(error) ? (error as never) : expect.unreachable(String(error))),
  );

const quick = { delays: [15], timeout: 5000 };

async function readyCase(portal: KycPortalClient, input: object = creamery): Promise<number> {
  const created = await portal.companies.create(input as typeof creamery);
  const { caseCommonId } = created.caseDetail.details.common;
  await waitForCase(portal, { caseCommonId }, quick);
  return caseCommonId;
}

describe("the registry", () => {
  test("knows its jurisdictions and finds by a part of the name, or by the number", async () => {
    const { portal } = connect();
    const { jurisdictions } = await portal.reference.listJurisdictions();
    expect(jurisdictions.jurisdiction.find((one) => one.codeiso31662 === "GB")?.isautomated).toBe(true);
    const { companySearch } = await portal.companies.search({ query: "creamery", codeiso31662: "GB" });
    expect(companySearch.results.map((one) => one.rawname)).toEqual([
      "EXAMPLE CREAMERY LIMITED",
      "EXAMPLE CREAMERY HOLDINGS LIMITED",
    ]);
    const byNumber = await portal.companies.search({ query: "99293323", codeiso31662: "HK" });
    expect(byNumber.companySearch.results).toHaveLength(1);
  });

  test("a search that finds too much is refused with the registry's own words, once", async () => {
    const { portal, fake } = connect();
    const error = await failure(portal.companies.search({ query: "exam", codeiso31662: "AU" }));
    expect(error).toMatchObject({ code: "bad_request", status: 400 });
    expect((error["readVendorMessage"] as () => string).call(error)).toMatch(
      /More than 200 records found in Australia/,
    );
    expect(fake.requests.filter((one) => one.operation === "searchCompanies")).toHaveLength(1);
  });

  test.each(["MY", "GR"])("%s answers 500, and it is not asked again", async (codeiso31662) => {
    const { portal, fake } = connect();
    expect(await failure(portal.companies.search({ query: "exam", codeiso31662 }))).toMatchObject({ status: 500 });
    expect(fake.requests.filter((one) => one.operation === "searchCompanies")).toHaveLength(1);
  });

  test.each([
    ["KY", 62_000, true],
    ["BR", 150_000, true],
    ["BR", 150_000, false],
  ])("%s takes %d ms, which the usual deadline allows (%s)", async (codeiso31662, ms, usual) => {
    vi.useFakeTimers();
    try {
      const { portal, fake } = connect({ searchScale: 1 });
      const options = usual ? {} : { timeout: 60_000 };
      const done = portal.companies.search({ query: "Exemplo Industria", codeiso31662 }, options).then(
        () => "found",
        (error: unknown) => (error as { code: string }).code,
      );
      await vi.advanceTimersByTimeAsync(ms + 1000);
      expect(await done).toBe(usual ? "found" : "timeout");
      expect(fake.requests.filter((one) => one.operation === "getToken")).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test("the gateway's 504 has no body and is told as what it is", async () => {
    const { portal, fake } = connect();
    fake.fail("searchCompanies", "commit-then-empty-504");
    const error = await failure(portal.companies.search({ query: "creamery", codeiso31662: "GB" }));
    expect(error).toMatchObject({ code: "server", status: 504, outcome: "unknown", attempts: 1 });
  });
});

describe("a company's case", () => {
  test("goes through its stages, and is ready with its structure; each look is told", async () => {
    const { portal, fake } = connect({ buildMs: 200 });
    // Loads what the first call loads, in real time.
    await portal.reference.listJurisdictions();
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const created = await portal.companies.create(creamery);
    const { caseCommonId, statusId } = created.caseDetail.details.common;
    expect(statusId).toBe(0);
    const stages: string[] = [];
    const waiting = waitForCase(portal, { caseCommonId }, { ...quick, onProgress: ({ stage }) => stages.push(stage) });
    await vi.advanceTimersByTimeAsync(1000);
    const waited = await waiting;
    expect(waited).toMatchObject({ state: "ready", kind: "terminal" });
    expect(waited.value.members?.ultimateBeneficialOwners).toHaveLength(1);
    expect([...new Set(stages)]).toEqual([
      "just created",
      "queued for build",
      "resolving ownership structure",
      "searching the web",
      "ready",
    ]);
    expect(fake.invoice).toEqual([{ operation: "createCompany", usd: 19, caseCommonId }]);
  });

  test("that fails ends the wait", async () => {
    const { portal } = connect();
    const created = await portal.companies.create({ rawname: "EXAMPLE COLLAPSED LIMITED", codeiso31662: "GB" });
    const { caseCommonId } = created.caseDetail.details.common;
    expect(await waitForCase(portal, { caseCommonId }, quick)).toMatchObject({ state: "failed", kind: "expired" });
  });

  test("a webhook wakes the wait long before its next look", async () => {
    const waker = new Waker();
    const { portal } = connect({
      webhookUrl: "https://own.test/hook",
      deliver: async (_, body) => {
        const event = parseKycPortalEvent(body);
        if (event.eventType === "CaseReady") waker.wake(event.subject);
        return 200;
      },
    });
    const created = await portal.companies.create(creamery);
    const { caseCommonId } = created.caseDetail.details.common;
    const waited = await waitForCase(portal, { caseCommonId }, { wake: waker, delays: [3_600_000], timeout: 4000 });
    expect(waited).toMatchObject({ state: "ready", reads: 2 });
  });

  test("is drawn, reviewed, noted, closed and reported", async () => {
    const { portal } = connect();
    const caseCommonId = await readyCase(portal, {
      rawname: "EXAMPLE CREAMERY HOLDINGS LIMITED",
      codeiso31662: "GB",
    });
    const chart = orgChartToMermaid(await portal.companies.getOrgChart({ caseCommonId }));
    expect(chart).toContain('n0 -- "UltimateBeneficialOwner 75%" --> ');
    const groups = await portal.caseSteps.list({ caseCommonId });
    const aml = groups.find((one) => one.group === "AML")?.steps[0] ?? expect.unreachable();
    expect((await portal.companies.getAmlChecks({ caseCommonId })).worldChecks).toHaveLength(1);
    await portal.caseSteps.excludeAml({ caseCommonId, stepId: aml.caseStepId });
    expect((await portal.companies.getAmlChecks({ caseCommonId })).worldChecks).toEqual([]);
    for (const { caseStepId: stepId } of groups.flatMap((one) => one.steps))
      await portal.caseSteps.updateStatus({ caseCommonId, stepId, status: "Passed" });
    const closed = await portal.companies.updateStatus({ caseCommonId, status: "Close" });
    expect(closed.caseDetail.details.common).toMatchObject({ status: "Closed", caseDecision: "Accepted" });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const report = await portal.companies.getReport({ caseCommonId, language: "en" });
    expect(new TextDecoder().decode(report.bytes)).toMatch(/^%PDF-1\.4[\s\S]*Accepted[\s\S]*%%EOF\n$/);
    const streamed = await portal.companies.streamReport({ caseCommonId, language: "en" });
    expect(await new Response(streamed.stream).bytes()).toEqual(report.bytes);
    expect((await portal.companies.getAuditTrail({ caseCommonId })).map((one) => one.action)).toContain("Case closed");
  });

  test("gives a document whole or as a stream", async () => {
    const { portal } = connect();
    const caseCommonId = await readyCase(portal);
    const [listed] = listDocuments(await portal.companies.documents.list({ caseCommonId }));
    const documentId = listed?.documentId ?? expect.unreachable();
    const { bytes, kind } = await portal.documents.download({ documentId });
    const streamed = await portal.documents.stream({ documentId });
    expect([kind, streamed.kind]).toEqual(["pdf", "pdf"]);
    expect(await new Response(streamed.stream).bytes()).toEqual(bytes);
  });

  test("has no report before it is ready: 409, asked for once", async () => {
    const { portal, fake } = connect({ buildMs: 10_000 });
    const created = await portal.companies.create(creamery);
    const { caseCommonId } = created.caseDetail.details.common;
    expect(await failure(portal.companies.getReport({ caseCommonId }))).toMatchObject({ code: "conflict" });
    expect(fake.requests.filter((one) => one.operation === "getCompanyReport")).toHaveLength(1);
  });

  test("is not found under a path in the wrong case", async () => {
    const { portal, fake } = connect();
    await readyCase(portal);
    const answer = await fake.fetch("https://portal.test/v2/documents/35001");
    expect(answer.status).toBe(404);
  });
});

describe("a create whose answer is lost", () => {
  test("is not sent again, and is found by what it was about, not by an older case of the same company", async () => {
    const { portal, fake } = connect();
    const older = await readyCase(portal);
    fake.fail("createCompany", "commit-then-empty-504");
    const error = await portal.companies.create(creamery).catch((caught: unknown) => caught);
    if (!isOutcomeUnknown(error)) return expect.unreachable();
    const reconciled = await error.reconcile();
    expect(reconciled.status).toBe("created");
    const { value } = reconciled as unknown as { value: { caseDetail: { details: { common: object } } } };
    expect(value.caseDetail.details.common).not.toMatchObject({ caseCommonId: older });
    expect(fake.invoice).toHaveLength(2);
  });

  test("that was never made is told as such after the window", async () => {
    const { portal, fake } = connect();
    fake.fail("createCompany", "reset-before-work");
    const error = await portal.companies.create(creamery).catch((caught: unknown) => caught);
    if (!isOutcomeUnknown(error)) return expect.unreachable();
    expect(await error.reconcile({ settleMs: 50 })).toEqual({ status: "not_created" });
    expect(fake.invoice).toEqual([]);
  });
});

describe("monitoring", () => {
  test("lists cases with alerts; an action that fits takes the alert away", async () => {
    const { portal, fake } = connect();
    const caseCommonId = await readyCase(portal);
    await portal.companies.updateStatus({ caseCommonId, status: "Close" });
    const alertId = fake.raiseAlert(caseCommonId, "aml_match");
    expect((await portal.companies.monitoring.listCases()).items).toMatchObject([{ amlAlertCount: 1 }]);
    await portal.companies.monitoring.actOnAlert({
      caseCommonId,
      alertId,
      alert: "aml_match",
      caseStatus: "Closed",
      action: "Apply",
    });
    expect((await portal.companies.monitoring.getAlerts({ caseCommonId })).items).toEqual([]);
    const { common } = (await portal.companies.get({ caseCommonId })).caseDetail.details;
    expect(common.status).toBe("Open");
  });

  test("a pair that is not in the table does not compile, and is refused before it is sent", async () => {
    const { portal, fake } = connect();
    const input = { caseCommonId: 1, alertId: 1, alert: "document_expiry", action: "Apply" } as const;
    // @ts-expect-error The portal defines no such pair.
    expect(await failure(portal.companies.monitoring.actOnAlert(input))).toMatchObject({ code: "invalid_input" });
    expect(fake.requests).toEqual([]);
  });

  test("a review that comes due is billed as a case", async () => {
    const clock = new ManualClock();
    const { portal, fake } = connect({ clock });
    const created = await portal.companies.create(creamery);
    const { caseCommonId } = created.caseDetail.details.common;
    await clock.advance(1000);
    await portal.companies.monitoring.setReviewDate({ caseCommonId, reviewDate: "3 months" });
    await clock.advance(89 * 86_400_000);
    expect(fake.invoice).toHaveLength(1);
    await clock.advance(2 * 86_400_000);
    expect(fake.invoice).toMatchObject([
      { operation: "createCompany" },
      { operation: "review", usd: 19, caseCommonId },
    ]);
  });
});

describe("webhooks of the fake", () => {
  test("are tried ten times; then the URL is blocked for an hour and what falls into it is dropped", async () => {
    const clock = new ManualClock();
    let status = 500;
    const deliver = async (): Promise<number> => status;
    const { portal, fake } = connect({ clock, webhookUrl: "https://own.test/hook", deliver, tokenSeconds: 86_400 });
    const open = async (): Promise<void> => {
      await portal.companies.create(creamery);
      await fake.idle();
      for (let minute = 0; minute < 12; minute++) {
        await clock.advance(60_000);
        await fake.idle();
      }
    };
    await open();
    expect(Math.max(...fake.webhooks.map((one) => one.attempt))).toBe(10);
    status = 200;
    const before = fake.webhooks.length;
    await open();
    expect(fake.webhooks).toHaveLength(before);
    // Two events of the first case after ten tries, two of the second at once.
    expect(fake.droppedWebhooks.map((one) => one.eventType)).toEqual([
      "CaseCreated",
      "CaseReady",
      "CaseCreated",
      "CaseReady",
    ]);
    await clock.advance(3_600_000);
    await open();
    expect(fake.webhooks.slice(before).map((one) => one.status)).toEqual([200, 200]);
  });
});

describe("tokens of the fake", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("end after ten minutes, and when they are revoked; the client gets another", async () => {
    const { portal, fake } = connect();
    const tokens = (): number => fake.requests.filter((one) => one.operation === "getToken").length;
    await portal.reference.listJurisdictions();
    await vi.advanceTimersByTimeAsync(600_000);
    await portal.reference.listJurisdictions();
    expect(tokens()).toBe(2);
    await vi.advanceTimersByTimeAsync(10_000);
    fake.revokeTokens();
    await portal.reference.listJurisdictions();
    expect(tokens()).toBe(3);
  });
});
