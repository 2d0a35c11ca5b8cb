import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@x/core/testing/node";
import { isSdkError, KycPortalClient } from "@x/kyc-portal";
import { FakeKycPortal } from "@x/kyc-portal/testing";
import { startReceiver } from "./receiver.ts";
import { build, close, type Desk, documents, find, monitor, order, review, structure } from "./steps.ts";
import { fact, good, step } from "./terminal.ts";

/** Takes one company from search to monitoring, over HTTP, against a fake portal on this machine. */
async function main(): Promise<boolean> {
  const receiver = await startReceiver();
  const fake = new FakeKycPortal({ buildMs: 2000, reportMs: 2600, webhookUrl: receiver.url });
  const vendor = await serve(fake.answer);
  const folder = await mkdtemp(join(tmpdir(), "kyc-portal-company-"));
  const portal = new KycPortalClient({ baseUrl: vendor.url, clientId: "test-client", clientSecret: "test-secret" });
  const desk: Desk = { portal, waker: receiver.waker, folder };
  fact("fake portal", vendor.url);
  fact("files", folder);
  try {
    const company = await find(desk, "GB", "creamery");
    fake.fail("createCompany", "commit-then-empty-504");
    const caseCommonId = await order(desk, company);
    const checks = [await build(desk, caseCommonId), await structure(desk, caseCommonId)];
    checks.push((await documents(desk, caseCommonId)) === 3);
    await review(desk, caseCommonId);
    checks.push(await close(desk, caseCommonId));
    fake.raiseAlert(caseCommonId, "details_review");
    fake.raiseAlert(caseCommonId, "document_expiry");
    checks.push(await monitor(desk, caseCommonId));
    await fake.idle();
    step("What it took");
    const tokens = fake.requests.filter((one) => one.operation === "getToken").length;
    fact("requests", `${fake.requests.length}, ${tokens} of them for a token`);
    fact("webhooks", receiver.received.join(", "));
    fact("invoice", fake.invoice.map(({ operation, usd }) => `${operation} ${usd} USD`).join(", "));
    checks.push(tokens === 1, fake.invoice.length === 1, receiver.received.includes("CaseReady"));
    if (checks.every(Boolean)) good("everything went as it should");
    return checks.every(Boolean);
  } finally {
    await Promise.all([vendor.close(), receiver.close()]);
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  // An error of the library may be printed whole: it holds no credential and no person.
  console.error(isSdkError(error) ? error : error instanceof Error ? error.message : "The example failed.");
  process.exitCode = 1;
}
