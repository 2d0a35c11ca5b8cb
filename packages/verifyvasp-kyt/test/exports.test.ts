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
      "BodyError",
      "CallbackError",
      "ConfigurationError",
      "DuplicateDetectedError",
      "InputError",
      "IntentDoneError",
      "IntentInFlightError",
      "IntentMismatchError",
      "InternalError",
      "Kyt",
      "Mailbox",
      "MemoryJournal",
      "MemoryStore",
      "Neighbours",
      "NetworkError",
      "OutcomeUnknownError",
      "RedirectError",
      "RedisStore",
      "Screenings",
      "SdkError",
      "SpendLimitError",
      "SpendRefusedError",
      "TimeoutError",
      "Vasps",
      "Verifications",
      "VerifyVaspClient",
      "WaitExpiredError",
      "addressTypes",
      "alertLevels",
      "assess",
      "callbackTypes",
      "compareAlertLevels",
      "compareAmounts",
      "createIntents",
      "createJournal",
      "createSpendGuard",
      "enclaveErrorCodes",
      "enclaveReason",
      "exposureTypes",
      "highestAlertLevel",
      "isApiError",
      "isBodyError",
      "isFinalKyt",
      "isInputError",
      "isOutcomeUnknown",
      "isReconcilable",
      "isSameAddress",
      "isSameNetwork",
      "isSdkError",
      "keyTypes",
      "kytApiTypes",
      "kytRule",
      "kytStatuses",
      "kytVerdict",
      "nameTypes",
      "nationalIdentifierTypes",
      "networkHints",
      "sanctionStatuses",
      "sendWithFetch",
      "sumAmounts",
      "transactionStatuses",
      "transferDirections",
      "vaspProtocols",
      "vaspStatuses",
      "verdictOf",
      "verificationReasons",
      "verificationResults",
      "verifyVaspTransport",
      "wcoStatuses",
    ]
  `);
});

test("its endpoints entry exports one contract for each operation", () => {
  expect(Object.keys(endpoints).sort()).toMatchInlineSnapshot(`
    [
      "checkHealth",
      "createVerification",
      "getOwnVaspId",
      "getVerification",
      "inquireTransaction",
      "listVasps",
      "listVerifications",
      "reportError",
      "reportTransaction",
      "requestChainalysisKytAssessment",
      "requestRefinitivWcoAssessment",
      "screenChainalysisSanction",
      "verifyAccount",
    ]
  `);
  expect(Object.values(endpoints).map(({ name }) => name)).toEqual(Object.keys(endpoints));
  expect(Object.keys(testing.fixtures)).toEqual(Object.keys(endpoints));
});

test("its callbacks entry exports these names", () => {
  expect(Object.keys(callbacks).sort()).toMatchInlineSnapshot(`
    [
      "CallbackError",
      "ConfigurationError",
      "Mailbox",
      "MemoryStore",
      "RedisStore",
      "StoreFullError",
      "ackBody",
      "addressProof",
      "basicProof",
      "bearerProof",
      "headerProof",
      "nodeHandler",
      "parseVerifyVaspCallback",
      "secretPathProof",
      "verifyVaspIntentOf",
      "verifyVaspReceiver",
    ]
  `);
});

test("its testing entry exports these names", () => {
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "FakeEnclave",
      "attemptSample",
      "findByAddress",
      "fixtures",
      "forgeErrorReport",
      "forgeKytCallback",
      "forgeTxReport",
      "forgeVerificationResult",
      "forgeWcoCallback",
      "transferSample",
    ]
  `);
});
