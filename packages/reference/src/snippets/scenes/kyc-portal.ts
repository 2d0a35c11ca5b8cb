import { KycPortalClient } from "@x/kyc-portal";
import { fixtures, FakeKycPortal, forgeKycPortalEvent } from "@x/kyc-portal/testing";
import { deliverToServer } from "../stand-ins/node-http.ts";
import { callbackRequest, netOf, type Told } from "./scene.ts";

const credential = { clientId: "test-client", clientSecret: "test-secret" };

/** A portal with one finished case in it. */
export async function kycPortalScene(told: Told) {
  const fake = new FakeKycPortal({
    buildMs: 0,
    reportMs: 0,
    searchScale: 0,
    deliver: async (_, body) => (await deliverToServer({ body })) ?? 200,
  });
  const net = netOf({ hosts: [], fetch: fake.fetch, fixtures }, told);
  const portal = new KycPortalClient({ environment: "sandbox", ...credential, fetch: net });
  const { caseDetail } = await portal.companies.create({
    rawname: "EXAMPLE CREAMERY LIMITED",
    codeiso31662: "GB",
    externalCode: "00999001",
  });
  const caseCommonId = caseDetail.details.common.caseCommonId;
  await new Promise((resolve) => setTimeout(resolve, 2));
  const alertId = fake.raiseAlert(caseCommonId, "aml_match");
  const { items } = await portal.companies.monitoring.getAlerts({ caseCommonId });
  const changes = items?.flatMap((one) => one.changes ?? []) ?? [];
  const names = {
    ...credential,
    portal,
    fake,
    caseCommonId,
    alertId,
    change: changes[0]!,
    chart: await portal.companies.getOrgChart({ caseCommonId }),
    request: callbackRequest(forgeKycPortalEvent("CaseReady", { caseCommonId: String(caseCommonId) }).body),
  };
  return {
    names,
    net: { hosts: ["knowyourcustomer.com", "knowyourcustomer.dev", "portal.test"], fetch: net },
    env: { KYC_CLIENT_ID: credential.clientId, KYC_CLIENT_SECRET: credential.clientSecret },
  };
}
