import { expect, test } from "vitest";
import * as callbacks from "../src/callbacks/index.js";
import * as endpoints from "../src/endpoints/index.js";
import * as main from "../src/index.js";
import * as testing from "../src/testing/index.js";
import { fixtures } from "../src/testing/index.js";

test("the package exports these names", () => {
  expect(Object.keys(main).sort()).toMatchInlineSnapshot(`
    [
      "AbortedError",
      "ApiError",
      "BodyError",
      "CallbackError",
      "Concurrency",
      "ConfigurationError",
      "DuplicateDetectedError",
      "Idv",
      "InputError",
      "IntentDoneError",
      "IntentInFlightError",
      "IntentMismatchError",
      "InternalError",
      "KryptogoClient",
      "Kya",
      "MemoryJournal",
      "MemoryStore",
      "NetworkError",
      "OutcomeUnknownError",
      "RateLimit",
      "RedirectError",
      "RedisStore",
      "SdkError",
      "SearchTasks",
      "SpendLimitError",
      "SpendRefusedError",
      "StoreError",
      "TimeoutError",
      "WaitExpiredError",
      "Waker",
      "consoleLinks",
      "createIntents",
      "createJournal",
      "createSpendGuard",
      "decidedAt",
      "genders",
      "idSubTypes",
      "idTypes",
      "idvAuditStatuses",
      "idvMobileWorkflows",
      "idvRejectReasons",
      "idvReviewReasons",
      "idvStates",
      "idvVerdict",
      "idvWebWorkflows",
      "idvWorkflow",
      "imageMimeTypes",
      "isApiError",
      "isBodyError",
      "isInputError",
      "isOutcomeUnknown",
      "isReconcilable",
      "isSdkError",
      "kryptogoTransport",
      "kyaSignals",
      "locales",
      "readAddressRisk",
      "redirectErrorCodes",
      "riskBand",
      "searchModes",
      "searchSources",
      "searchTaskAuditStatuses",
      "searchTaskVerdict",
      "searchTaskWorkflow",
      "sendWithFetch",
      "taskOrigins",
      "twApplyCodes",
      "twIssueSites",
      "waitForIdv",
      "waitForSearchTask",
    ]
  `);
});

test("its endpoints entry exports one contract for each operation", () => {
  expect(Object.keys(endpoints).sort()).toMatchInlineSnapshot(`
    [
      "createIdvTask",
      "createKyaTask",
      "createSearchTasks",
      "getAddressRisk",
      "getIdvTask",
      "getKyaTask",
      "getSearchTaskDetail",
      "getSearchTaskSummary",
      "initIdvMobile",
      "initIdvWeb",
      "listSearchTasks",
      "setSearchTaskAccepted",
      "setSearchTaskMetadata",
    ]
  `);
  expect(Object.values(endpoints).map(({ name }) => name)).toEqual(Object.keys(endpoints));
  expect(Object.keys(fixtures)).toEqual(Object.keys(endpoints));
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
      "createKryptogoReceiver",
      "fastifyReceiver",
      "gatewayProof",
      "headerProof",
      "isIdvCallback",
      "isSearchTaskCallback",
      "kryptogoIntentOf",
      "nodeHandler",
      "parseKryptogoCallback",
      "secretPathProof",
      "taskPathProof",
    ]
  `);
});

test("its testing entry exports these names", () => {
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "FakeKryptogo",
      "fixtures",
      "forgeIdvCallback",
      "forgeSearchTaskCallback",
    ]
  `);
});
