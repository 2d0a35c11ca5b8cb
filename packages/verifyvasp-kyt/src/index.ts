export { VerifyVaspClient, type VerifyVaspClientOptions, verifyVaspTransport } from "./client.js";
export { type EnclaveReason, enclaveReason } from "./errors.js";

export { Kyt } from "./resources/kyt.js";
export { Neighbours } from "./resources/neighbours/neighbours.js";
export { Screenings } from "./resources/neighbours/screenings.js";
export { Vasps } from "./resources/neighbours/vasps.js";
export { Verifications } from "./resources/neighbours/verifications.js";

export { type Assessed, assess, type AssessInput, type AssessOptions } from "./workflows/assess.js";

export type { RequestChainalysisKytAssessmentInput } from "./endpoints/kyt/requestChainalysisKytAssessment.js";
export type { CheckHealthInput } from "./endpoints/neighbours/checkHealth.js";
export type {
  CreatedVerification,
  CreateVerificationInput,
  NewAssetInfo,
} from "./endpoints/neighbours/createVerification.js";
export type { GetOwnVaspIdInput, OwnVaspId } from "./endpoints/neighbours/getOwnVaspId.js";
export type { GetVerificationInput } from "./endpoints/neighbours/getVerification.js";
export type { InquireTransactionInput, TransactionInquiry } from "./endpoints/neighbours/inquireTransaction.js";
export type { ListVaspsInput, VaspList } from "./endpoints/neighbours/listVasps.js";
export type { ListVerificationsInput, VerificationPage } from "./endpoints/neighbours/listVerifications.js";
export type { ReportErrorInput } from "./endpoints/neighbours/reportError.js";
export type { ReportTransactionInput } from "./endpoints/neighbours/reportTransaction.js";
export type {
  RequestRefinitivWcoAssessmentInput,
  WcoPayload,
} from "./endpoints/neighbours/requestRefinitivWcoAssessment.js";
export type {
  ChainalysisSanction,
  SanctionScreening,
  ScreenChainalysisSanctionInput,
} from "./endpoints/neighbours/screenChainalysisSanction.js";
export type { AccountVerification, VerifyAccountInput } from "./endpoints/neighbours/verifyAccount.js";

export type { AssetInfo } from "./models/assetInfo.js";
export { isFinalKyt } from "./models/isFinalKyt.js";
export type {
  Ivms101,
  IvmsAddress,
  IvmsBeneficiary,
  IvmsLegalPerson,
  IvmsNationalIdentification,
  IvmsNaturalPerson,
  IvmsOriginator,
  IvmsPerson,
  IvmsPersonName,
} from "./models/ivms101.js";
export type { ChainalysisKyt, ChainalysisKytAlert, KytResult, KytRiskAssessment } from "./models/kytAssessment.js";
export type { RegisteredRequest, ReportReceipt } from "./models/receipts.js";
export type { ErrorReportData, TxReportData, VerificationResultData } from "./models/travelRuleEvents.js";
export type { Vasp } from "./models/vasp.js";
export type { Verification } from "./models/verification.js";
export type { RefinitivWco, WcoResult } from "./models/wcoResult.js";

export {
  type AddressType,
  addressTypes,
  type AlertLevel,
  alertLevels,
  type CallbackType,
  callbackTypes,
  type EnclaveErrorCode,
  enclaveErrorCodes,
  type ExposureType,
  exposureTypes,
  type KeyType,
  keyTypes,
  type KytApiType,
  kytApiTypes,
  type KytStatus,
  kytStatuses,
  type LicensedStatus,
  type NameType,
  nameTypes,
  type NationalIdentifierType,
  nationalIdentifierTypes,
  networkHints,
  type SanctionStatus,
  sanctionStatuses,
  type TransactionStatus,
  transactionStatuses,
  type TransferDirection,
  transferDirections,
  type VaspHealth,
  type VaspProtocol,
  vaspProtocols,
  type VaspStatus,
  vaspStatuses,
  type VerificationReason,
  verificationReasons,
  type VerificationResult,
  verificationResults,
  type WcoStatus,
  wcoStatuses,
} from "./codes/index.js";

export { compareAlertLevels, highestAlertLevel } from "./helpers/alertLevel.js";
export { compareAmounts, sumAmounts } from "./helpers/amounts.js";
export { type KytOccasion, type KytRule, kytRule } from "./helpers/kytRule.js";
export { type KytVerdict, kytVerdict, type UnclearKyt } from "./helpers/kytVerdict.js";
export { isSameAddress, isSameNetwork } from "./helpers/spellings.js";
export { verdictOf } from "./helpers/verdictOf.js";

export {
  AbortedError,
  ApiError,
  type BillableCall,
  BodyError,
  CallbackError,
  type ClientOptions,
  ConfigurationError,
  createIntents,
  createJournal,
  createSpendGuard,
  DuplicateDetectedError,
  type ErrorCode,
  type Hooks,
  InputError,
  type InputIssue,
  type Intent,
  IntentDoneError,
  IntentInFlightError,
  type IntentKey,
  IntentMismatchError,
  type IntentProof,
  type Intents,
  type IntentsOptions,
  InternalError,
  isApiError,
  isBodyError,
  isInputError,
  isOutcomeUnknown,
  isReconcilable,
  isSdkError,
  type Journal,
  type JournalEntry,
  Mailbox,
  type MailboxOptions,
  MemoryJournal,
  MemoryStore,
  type MemoryStoreOptions,
  NetworkError,
  type OtherNumber,
  type OtherString,
  type Outcome,
  OutcomeUnknownError,
  type Paged,
  type Reconcilable,
  type Reconciled,
  type ReconcileOptions,
  RedirectError,
  Concurrency,
  RateLimit,
  type RateLimitOptions,
  RedisStore,
  type RequestOptions,
  SdkError,
  type Send,
  sendWithFetch,
  type ShapeIssue,
  type SpendGuard,
  type SpendGuardOptions,
  SpendLimitError,
  StoreError,
  SpendRefusedError,
  type SpendState,
  type Store,
  TimeoutError,
  type Transport,
  WaitExpiredError,
} from "@x/core";
