import { expect, test } from "vitest";
import * as callbacks from "../src/callbacks/index.js";
import * as endpoints from "../src/endpoints/index.js";
import * as main from "../src/index.js";
import * as testing from "../src/testing/index.js";

test("the package exports these names", () => {
  expect(Object.keys(main).sort()).toMatchInlineSnapshot(`
    [
      "AbortedError",
      "ApiError",
      "Auth",
      "BodyError",
      "CallbackError",
      "CaseDocuments",
      "CaseProperties",
      "CaseSteps",
      "Cases",
      "Companies",
      "Concurrency",
      "ConfigurationError",
      "Documents",
      "DuplicateDetectedError",
      "IndividualDocuments",
      "Individuals",
      "InputError",
      "IntentDoneError",
      "IntentInFlightError",
      "IntentMismatchError",
      "InternalError",
      "KycPortalClient",
      "MemoryJournal",
      "MemoryStore",
      "Monitoring",
      "NetworkError",
      "OutcomeUnknownError",
      "RateLimit",
      "RedirectError",
      "RedisStore",
      "Reference",
      "RegistryFilings",
      "SandboxWebhooks",
      "SdkError",
      "Service",
      "SpendLimitError",
      "SpendRefusedError",
      "StepNotes",
      "StoreError",
      "TimeoutError",
      "TokenStore",
      "Users",
      "WaitExpiredError",
      "Waker",
      "alertActions",
      "alertKind",
      "allowedAlertActions",
      "caseStage",
      "caseStages",
      "caseWorkflow",
      "createIntents",
      "createJournal",
      "createSpendGuard",
      "documentIdOf",
      "environments",
      "hasStructure",
      "inferredPaths",
      "isApiError",
      "isBodyError",
      "isCountry",
      "isInputError",
      "isJurisdiction",
      "isOutcomeUnknown",
      "isReconcilable",
      "isReviewDate",
      "isSdkError",
      "kycPortalTransport",
      "listDocuments",
      "listMembers",
      "orgChartToMermaid",
      "reviewDatePresets",
      "reviewDay",
      "sandboxDelays",
      "sendWithFetch",
      "waitForCase",
      "walkOrgChart",
    ]
  `);
});

test("its endpoints entry exports one contract for each operation, each with a fixture", () => {
  expect(Object.keys(endpoints).sort()).toMatchInlineSnapshot(`
    [
      "actOnCompanyMonitoringAlert",
      "actOnIndividualMonitoringAlert",
      "activateCompanyStep",
      "addStepNote",
      "assignUser",
      "createCompany",
      "createIndividual",
      "deleteCompany",
      "deleteCompanyProperty",
      "deleteIndividual",
      "deleteIndividualProperty",
      "deleteStepNote",
      "deleteWebhook",
      "downloadDocument",
      "excludeAmlStep",
      "getCaseStep",
      "getCompany",
      "getCompanyAmlChecks",
      "getCompanyAuditTrail",
      "getCompanyDocuments",
      "getCompanyMandatoryDocuments",
      "getCompanyMembers",
      "getCompanyMonitoringAlerts",
      "getCompanyOrgChart",
      "getCompanyProperties",
      "getCompanyReport",
      "getHealth",
      "getIndividual",
      "getIndividualAmlChecks",
      "getIndividualAuditTrail",
      "getIndividualDocuments",
      "getIndividualMandatoryDocuments",
      "getIndividualMonitoringAlerts",
      "getIndividualProperties",
      "getIndividualReport",
      "getToken",
      "getVersion",
      "importCompany",
      "importIndividual",
      "linkToCompany",
      "linkToIndividual",
      "listCaseSteps",
      "listCompanies",
      "listCompanyMonitoringCases",
      "listCompanyTypes",
      "listDataTypes",
      "listIndividualMonitoringCases",
      "listIndividuals",
      "listJurisdictions",
      "listRegistryFilings",
      "listStepNotes",
      "listUsers",
      "listWebhooks",
      "prevalidateIndividualDocument",
      "purchaseRegistryFiling",
      "requestCompanyDocuments",
      "requestIndividualDocuments",
      "searchCasesByProperties",
      "searchCompanies",
      "setCompanyProperties",
      "setCompanyReviewDate",
      "setIndividualProperties",
      "setIndividualReviewDate",
      "subscribeWebhook",
      "updateCaseStepStatus",
      "updateCompanyIdentity",
      "updateCompanyStatus",
      "updateIndividualIdentity",
      "updateIndividualStatus",
      "uploadCompanyDocument",
      "uploadIndividualDocument",
    ]
  `);
  expect(Object.values(endpoints).map(({ name }) => name)).toEqual(Object.keys(endpoints));
  expect(Object.keys(testing.fixtures).sort()).toEqual(Object.keys(endpoints).sort());
});

test("a form with files names its writer", () => {
  const forms = Object.values(endpoints).filter((one) => "encoding" in one && one.encoding === "multipart");
  expect(forms.map((one) => [one.name, "form" in one])).toMatchInlineSnapshot(`
    [
      [
        "prevalidateIndividualDocument",
        true,
      ],
      [
        "uploadCompanyDocument",
        true,
      ],
      [
        "uploadIndividualDocument",
        true,
      ],
    ]
  `);
});

test("a contract that is inferred says so, and only such a one takes another path", () => {
  const inferred = Object.values(endpoints).filter((one) => (one as { verified?: boolean }).verified === false);
  expect(inferred.map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "actOnCompanyMonitoringAlert",
      "actOnIndividualMonitoringAlert",
      "deleteWebhook",
      "excludeAmlStep",
      "getIndividualMonitoringAlerts",
      "importIndividual",
      "linkToCompany",
      "linkToIndividual",
      "listCompanyMonitoringCases",
      "listDataTypes",
      "listIndividualMonitoringCases",
      "listUsers",
      "prevalidateIndividualDocument",
      "requestCompanyDocuments",
      "setCompanyReviewDate",
      "setIndividualProperties",
      "setIndividualReviewDate",
      "updateCompanyIdentity",
      "updateIndividualIdentity",
    ]
  `);
  const options = { environment: "sandbox", clientId: "c", clientSecret: "s" } as const;
  for (const { name, path } of Object.values(endpoints)) {
    const build = () => new main.KycPortalClient({ ...options, paths: { [name]: `/elsewhere${path}` } });
    if (inferred.some((one) => one.name === name)) expect(build, name).not.toThrow();
    else expect(build, name).toThrow("paths.*");
  }
});

test("its callbacks entry exports these names", () => {
  expect(Object.keys(callbacks).sort()).toMatchInlineSnapshot(`
    [
      "CallbackError",
      "ConfigurationError",
      "InProcessQueue",
      "MemoryStore",
      "QueueFullError",
      "RedisStore",
      "StoreFullError",
      "addressProof",
      "basicProof",
      "bearerProof",
      "bullHandOver",
      "bullProcessor",
      "createKycPortalReceiver",
      "fastifyReceiver",
      "gatewayProof",
      "headerProof",
      "isEventOf",
      "nodeHandler",
      "parseKycPortalEvent",
      "secretPathProof",
      "taskPathProof",
    ]
  `);
});

test("its testing entry exports these names", () => {
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "FakeKycPortal",
      "fixtures",
      "forgeKycPortalEvent",
    ]
  `);
});
