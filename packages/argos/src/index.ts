export {
  ArgosClient,
  type ArgosClientOptions,
  type ArgosDestination,
  type ArgosPaths,
  argosTransport,
} from "./client.js";
export { isIpNotAllowed } from "./errors.js";

export { AmlScreening } from "./resources/aml.js";
export { Submissions } from "./resources/submissions.js";
export { Projections } from "./resources/projections.js";
export { Tokens } from "./resources/tokens.js";

export type { GetAmlReportInput } from "./endpoints/aml/getAmlReport.js";
export type { GetMonitorRecordInput, MonitorRecord } from "./endpoints/aml/getMonitorRecord.js";
export type {
  MonitoredSubmission,
  MonitoringResult,
  MonitorSubmissionsInput,
} from "./endpoints/aml/monitorSubmissions.js";
export type { CreatedSubmission, CreateSubmissionInput } from "./endpoints/submissions/createSubmission.js";
export type { DeleteSubmissionInput } from "./endpoints/submissions/deleteSubmission.js";
export type { DeletableField, DeleteSubmissionFieldsInput } from "./endpoints/submissions/deleteSubmissionFields.js";
export type { GetImageInput, ImageType } from "./endpoints/submissions/getImage.js";
export type {
  ApplicantSubmission,
  ListApplicantSubmissionsInput,
} from "./endpoints/submissions/listApplicantSubmissions.js";
export type { ListSubmissionsInput, NextPageKey, SubmissionPage } from "./endpoints/submissions/listSubmissions.js";
export type { PutImageInput } from "./endpoints/submissions/putImage.js";
export type {
  ReviewCorrections,
  ReviewedSubmission,
  ReviewSubmissionInput,
} from "./endpoints/submissions/reviewSubmission.js";
export type { SubmissionChanges, UpdateSubmissionInput } from "./endpoints/submissions/updateSubmission.js";
export type { CreateProjectionInput } from "./endpoints/projections/createProjection.js";
export type { TokenCount } from "./endpoints/tokens/countTokens.js";
export type { ListTokensInput, TokenPage } from "./endpoints/tokens/listTokens.js";
export type { GetTokenInput, Token, TokenData } from "./endpoints/tokens/getToken.js";

export type { Aml, AmlMatch, AmlRisk } from "./models/aml.js";
export type { ArgosDay } from "./models/dates.js";
export type {
  AdditionalAnswer,
  AppliedProjection,
  BankVerification,
  IdLivenessScore,
  InjectionAction,
  SubmissionImages,
  SubmissionMemo,
} from "./models/extras.js";
export type { Kyc, KycAttempt, Liveness } from "./models/kyc.js";
export { listOf } from "./models/lists.js";
export type {
  GetSubmissionInput,
  ListByDateRangeInput,
  ListByEmailInput,
  ListByUserIdInput,
  ListPartsInput,
} from "./models/reads.js";
export type { Projection, ProjectionList, ProjectionReceipt } from "./models/projection.js";
export type { NoInput } from "./models/noInput.js";
export type { ChangeReceipt } from "./models/receipts.js";
export type { RequestType, Submission, SubmissionParts } from "./models/submission.js";
export type { SubmissionData } from "./models/submissionData.js";
export { parseArgosTime } from "./models/times.js";
export type { TokenReceipt, TokensInput, TokenSummary } from "./models/tokens.js";

export { argosCipher } from "./ciphers/argosCipher.js";
export { cipherCandidates, detectCipher } from "./ciphers/detectCipher.js";
export type { ArgosCipher, CipherMode, CipherOptions, CipherScheme, KeyDerivation } from "./ciphers/types.js";
export type { ArgosDateFormat, BodyEnvelope } from "./ciphers/wire.js";

export {
  errorCodes,
  type IdType,
  idTypes,
  type KycResult,
  kycResults,
  type RejectCode,
  rejectCodes,
  type RetryCode,
  retryCodes,
  type WebhookTrigger,
  webhookTriggers,
} from "./codes/index.js";

export { kycResultOf } from "./helpers/kycResultOf.js";
export { type LiveformOptions, type LiveformParameters, liveformUrl } from "./helpers/liveformUrl.js";
export { pickApproved } from "./helpers/pickApproved.js";

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
  DecryptionError,
  DuplicateDetectedError,
  type ErrorCode,
  type FileAnswer,
  type Hooks,
  type ImageInput,
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
  MemoryJournal,
  MemoryStore,
  NetworkError,
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
} from "@x/core";
