import { expect, test } from "vitest";
import * as callbacks from "../src/callbacks/index.js";
import * as endpoints from "../src/endpoints/index.js";
import * as main from "../src/index.js";
import * as testing from "../src/testing/index.js";

test("the package exports these names", () => {
  expect(Object.keys(main).sort()).toMatchInlineSnapshot(`
    [
      "AbortedError",
      "AmlScreening",
      "ApiError",
      "ArgosClient",
      "BodyError",
      "CallbackError",
      "Concurrency",
      "ConfigurationError",
      "DecryptionError",
      "DuplicateDetectedError",
      "InputError",
      "IntentDoneError",
      "IntentInFlightError",
      "IntentMismatchError",
      "InternalError",
      "MemoryJournal",
      "MemoryStore",
      "NetworkError",
      "OutcomeUnknownError",
      "Projections",
      "RateLimit",
      "RedirectError",
      "RedisStore",
      "SdkError",
      "SpendLimitError",
      "SpendRefusedError",
      "StoreError",
      "Submissions",
      "TimeoutError",
      "Tokens",
      "argosCipher",
      "argosTransport",
      "cipherCandidates",
      "createIntents",
      "createJournal",
      "createSpendGuard",
      "detectCipher",
      "errorCodes",
      "idTypes",
      "isApiError",
      "isBodyError",
      "isInputError",
      "isIpNotAllowed",
      "isOutcomeUnknown",
      "isReconcilable",
      "isSdkError",
      "kycResultOf",
      "kycResults",
      "listOf",
      "liveformUrl",
      "parseArgosTime",
      "pickApproved",
      "rejectCodes",
      "retryCodes",
      "sendWithFetch",
      "webhookTriggers",
    ]
  `);
});

test("its endpoints entry exports one contract for each operation", () => {
  expect(Object.keys(endpoints).sort()).toMatchInlineSnapshot(`
    [
      "addTokens",
      "countTokens",
      "createProjection",
      "createSubmission",
      "deleteSubmission",
      "deleteSubmissionFields",
      "deleteTokens",
      "getAmlReport",
      "getImage",
      "getMonitorRecord",
      "getToken",
      "listApplicantSubmissions",
      "listProjections",
      "listSubmissions",
      "listTokens",
      "monitorSubmissions",
      "putImage",
      "reviewSubmission",
      "updateSubmission",
    ]
  `);
  expect(Object.values(endpoints).map(({ name }) => name)).toEqual(Object.keys(endpoints));
  expect(Object.keys(testing.fixtures)).toEqual(Object.keys(endpoints));
});

test("a contract whose form is inferred says so, and only such a one takes another path", () => {
  const inferred = Object.values(endpoints).filter((one) => (one as { verified?: boolean }).verified === false);
  expect(inferred.map(({ name }) => name)).toEqual([
    "countTokens",
    "deleteSubmission",
    "deleteSubmissionFields",
    "deleteTokens",
    "getImage",
    "listTokens",
  ]);
  const options = { environment: "production", apiKey: "k" } as const;
  for (const { name } of Object.values(endpoints)) {
    const build = () => new main.ArgosClient({ ...options, paths: { [name]: "/elsewhere" } });
    if (inferred.some((one) => one.name === name)) expect(build).not.toThrow();
    else expect(build).toThrow(`paths.*`);
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
      "argosCipher",
      "argosDedupeKey",
      "argosSender",
      "basicProof",
      "bearerProof",
      "bullHandOver",
      "bullProcessor",
      "createArgosReceiver",
      "fastifyReceiver",
      "gatewayProof",
      "headerProof",
      "listOf",
      "nodeHandler",
      "openArgosCallback",
      "parseArgosCallback",
      "secretPathProof",
      "taskPathProof",
    ]
  `);
});

test("its testing entry exports these names", () => {
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "FakeArgos",
      "fakeArgosKey",
      "fixtures",
      "forgeArgosCallback",
      "forgeEncryptedArgosCallback",
      "timeoutMs",
      "webhookSamples",
    ]
  `);
});
