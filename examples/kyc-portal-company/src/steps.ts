import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  alertKind,
  type CaseStep,
  isApiError,
  isOutcomeUnknown,
  type KycPortalClient,
  listDocuments,
  listMembers,
  orgChartToMermaid,
  waitForCase,
  type Waker,
} from "@x/kyc-portal";
import { fact, good, step } from "./terminal.ts";

/** What each step works with. */
export interface Desk {
  readonly portal: KycPortalClient;
  readonly waker: Waker;
  /** Where documents, charts and reports go. */
  readonly folder: string;
}

/** A company as a search found it. */
export interface FoundCompany {
  readonly rawname: string;
  readonly codeiso31662: string;
  readonly externalCode: string;
}

/** Whether a jurisdiction has a live link, and what its registry knows. */
export async function find(desk: Desk, codeiso31662: string, query: string): Promise<FoundCompany> {
  step("Search");
  const { jurisdictions } = await desk.portal.reference.listJurisdictions();
  const at = jurisdictions.jurisdiction.find((one) => one.codeiso31662 === codeiso31662);
  if (at?.isautomated !== true) throw new Error("The jurisdiction has no live link to its registry.");
  fact("jurisdiction", `${at.name}, automated, by ${at.dataSources?.join(", ")}`);
  try {
    await desk.portal.companies.search({ query: "ex", codeiso31662: "AU" });
  } catch (error) {
    if (!isApiError(error)) throw error;
    good(`a search that is too broad: ${error.status}, "${error.readVendorMessage()}"`);
  }
  const { companySearch } = await desk.portal.companies.search({ query, codeiso31662 });
  for (const { rawname, externalCode } of companySearch.results) fact("found", `${rawname} ${externalCode}`);
  const last = companySearch.results.at(-1);
  if (last === undefined) throw new Error("The search found nothing.");
  return { rawname: last.rawname, codeiso31662, externalCode: last.externalCode ?? "" };
}

/** Orders a case, whose answer gets lost on the way; it is found again and not ordered twice. */
export async function order(desk: Desk, company: FoundCompany): Promise<number> {
  step("A billed create whose answer is lost");
  try {
    const created = await desk.portal.companies.create(company);
    return created.caseDetail.details.common.caseCommonId;
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error;
    fact("failed", `${error.code}, sent ${error.attempts} time`);
    const reconciled = await error.reconcile();
    if (reconciled.status !== "created") throw new Error("The case was not created.", { cause: error });
    const { caseDetail } = reconciled.value as Awaited<ReturnType<KycPortalClient["companies"]["create"]>>;
    good(`found by name, country and number: case ${caseDetail.details.common.caseCommonId}, not sent again`);
    return caseDetail.details.common.caseCommonId;
  }
}

/** Waits for the build, woken by the webhook. */
export async function build(desk: Desk, caseCommonId: number): Promise<boolean> {
  step("Build");
  const { state, reads } = await waitForCase(
    desk.portal,
    { caseCommonId },
    {
      wake: desk.waker,
      delays: [250],
      timeout: 30_000,
      onProgress: ({ stage, complete }) => fact(`${complete ?? "?"} %`, stage),
    },
  );
  fact("ended", `${state} after ${reads} looks`);
  return state === "ready";
}

/** Who owns and runs the company; the chart is written as Mermaid. */
export async function structure(desk: Desk, caseCommonId: number): Promise<boolean> {
  step("Members and ownership");
  const members = listMembers(await desk.portal.companies.getMembers({ caseCommonId }));
  for (const { name, kind, entry } of members) fact(kind, `${name}, ${entry.role} ${entry.percentage ?? ""}`);
  const chart = orgChartToMermaid(await desk.portal.companies.getOrgChart({ caseCommonId }));
  await mkdir(desk.folder, { recursive: true });
  await writeFile(join(desk.folder, "org-chart.mmd"), chart);
  console.log(chart.replace(/^/gm, "    ").trimEnd());
  return members.length > 0;
}

/** Every document to disk. A document's link is never called: its id is taken from it. */
export async function documents(desk: Desk, caseCommonId: number): Promise<number> {
  step("Documents");
  let saved = 0;
  for (const { documentId, document } of listDocuments(await desk.portal.companies.documents.list({ caseCommonId }))) {
    if (documentId === undefined) continue;
    const { bytes, kind } = await desk.portal.documents.download({ documentId });
    await writeFile(join(desk.folder, `${documentId}.${kind}`), bytes);
    fact(`${bytes.length} bytes`, `${document.name}`);
    saved++;
  }
  const path = join(desk.folder, "resolution.pdf");
  await writeFile(path, "%PDF-1.4\n% a board resolution\n%%EOF\n");
  const input = { caseCommonId, file: { path }, name: "Board resolution", fileCat: "Corporate" };
  const { caseDocumentId } = await desk.portal.companies.documents.upload(input);
  fact("uploaded", `Board resolution as document ${caseDocumentId}`);
  return saved;
}

/** Looks at the screening matches, excludes them, passes every step, and says why in a note. */
export async function review(desk: Desk, caseCommonId: number): Promise<void> {
  step("Review");
  const { worldChecks } = await desk.portal.companies.getAmlChecks({ caseCommonId });
  const groups = await desk.portal.caseSteps.list({ caseCommonId });
  const steps = groups.flatMap((group) => group.steps.map((one): [string, CaseStep] => [group.group ?? "", one]));
  for (const [group, { caseStepId: stepId }] of steps) {
    if (group === "AML") {
      await desk.portal.caseSteps.excludeAml({ caseCommonId, stepId });
      await desk.portal.caseSteps.notes.add({
        caseCommonId,
        stepId,
        note: "Another person: the date of birth differs.",
      });
    }
    await desk.portal.caseSteps.updateStatus({ caseCommonId, stepId, status: "Passed" });
  }
  fact("matches", `${worldChecks?.length ?? 0}, excluded with a note`);
  fact("steps", `${steps.length} passed`);
}

/** Closes the case, waits for its report, and saves it. */
export async function close(desk: Desk, caseCommonId: number): Promise<boolean> {
  step("Close and report");
  const { caseDetail } = await desk.portal.companies.updateStatus({ caseCommonId, status: "Close" });
  const { caseDecision, scheduledReviewDate } = caseDetail.details.common;
  fact("decision", `${caseDecision}, next review ${scheduledReviewDate?.slice(0, 10)}`);
  for (let tries = 0; tries < 20; tries++) {
    try {
      const { bytes } = await desk.portal.companies.getReport({ caseCommonId, language: "en" });
      await writeFile(join(desk.folder, "report.pdf"), bytes);
      fact("report", `${bytes.length} bytes`);
      return caseDecision === "Accepted";
    } catch (error) {
      if (!isApiError(error) || error.status !== 409) throw error;
      fact("report", "409: not ready yet");
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
  return false;
}

/** What monitoring has found, and what is done about it. */
export async function monitor(desk: Desk, caseCommonId: number): Promise<boolean> {
  step("Monitoring");
  const { monitoring } = desk.portal.companies;
  const { items } = await monitoring.listCases();
  for (const one of items)
    fact(
      "alerts",
      `${one.name}: ${one.reviewAlertCount} changes, ${one.expiredDocumentsAlertCount} expiring documents`,
    );
  for (const { changes } of (await monitoring.getAlerts({ caseCommonId })).items)
    for (const change of changes ?? []) {
      const alert = alertKind(change);
      const alertId = change.changeId ?? 0;
      if (alert === "details_review") await monitoring.actOnAlert({ caseCommonId, alertId, alert, action: "Apply" });
      if (alert === "document_expiry") await monitoring.actOnAlert({ caseCommonId, alertId, alert, action: "Dismiss" });
      fact("acted on", alert ?? "something new");
    }
  const { reviewDate } = await monitoring.setReviewDate({ caseCommonId, reviewDate: "1 year" });
  fact("next review", `${reviewDate?.slice(0, 10)}`);
  return (await monitoring.getAlerts({ caseCommonId })).items.length === 0;
}
