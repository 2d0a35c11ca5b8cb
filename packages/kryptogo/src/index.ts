export {
  KryptogoClient,
  type KryptogoClientOptions,
  type KryptogoDestination,
  type KryptogoPaths,
  kryptogoTransport,
} from "./client.js";

export { Idv } from "./resources/idv.js";
export { Kya } from "./resources/kya.js";
export { SearchTasks } from "./resources/searchTasks.js";

export type { CreateKyaTaskInput } from "./endpoints/kya/createKyaTask.js";
export type { GetAddressRiskInput } from "./endpoints/kya/getAddressRisk.js";
export type { GetKyaTaskInput } from "./endpoints/kya/getKyaTask.js";
export type {
  CreatedSearchTask,
  CreateSearchTasksInput,
  NewSearchTask,
} from "./endpoints/searchTasks/createSearchTasks.js";
export type { GetSearchTaskDetailInput } from "./endpoints/searchTasks/getSearchTaskDetail.js";
export type { GetSearchTaskSummaryInput } from "./endpoints/searchTasks/getSearchTaskSummary.js";
export type { ListSearchTasksInput, SearchTaskPage } from "./endpoints/searchTasks/listSearchTasks.js";
export type { SearchTaskDecision, SetSearchTaskAcceptedInput } from "./endpoints/searchTasks/setSearchTaskAccepted.js";
export type {
  SearchTaskMetadataReceipt,
  SetSearchTaskMetadataInput,
} from "./endpoints/searchTasks/setSearchTaskMetadata.js";
export type { CreatedIdvTask, CreateIdvTaskInput } from "./endpoints/idv/createIdvTask.js";
export type { GetIdvTaskInput } from "./endpoints/idv/getIdvTask.js";
export type { InitiatedIdvMobile, InitIdvMobileInput } from "./endpoints/idv/initIdvMobile.js";
export type { InitiatedIdvWeb, InitIdvWebInput, InitIdvWebSumsubInput } from "./endpoints/idv/initIdvWeb.js";

export type { AddressRisk } from "./models/addressRisk.js";
export type { IdvLinkedTask, IdvRejectReason, IdvReviewReason } from "./models/idvReasons.js";
export type { IdvExpectations, IdvFollowUp, TwCardCheck } from "./models/idvRequest.js";
export type { IdvTask } from "./models/idvTask.js";
export type { KyaTask } from "./models/kyaTask.js";
export type { Paging } from "./models/paging.js";
export type { CompanyTarget, PersonTarget, SearchTarget } from "./models/searchTarget.js";
export type { SearchReport, SearchSetting, SearchTask, SearchTaskMetadata } from "./models/searchTask.js";
export type { SearchTaskDetail } from "./models/searchTaskDetail.js";

export {
  type Gender,
  genders,
  type IdSubType,
  idSubTypes,
  type IdType,
  idTypes,
  type IdvAuditStatus,
  idvAuditStatuses,
  type IdvMobileWorkflow,
  idvMobileWorkflows,
  type IdvRejectCode,
  idvRejectReasons,
  type IdvReviewCode,
  idvReviewReasons,
  type IdvState,
  idvStates,
  type IdvWebWorkflow,
  idvWebWorkflows,
  type ImageMimeType,
  imageMimeTypes,
  kyaSignals,
  type Locale,
  locales,
  redirectErrorCodes,
  type SearchMode,
  searchModes,
  type SearchSource,
  searchSources,
  type SearchTaskAuditStatus,
  searchTaskAuditStatuses,
  type TaskOrigin,
  taskOrigins,
  type TwApplyCode,
  twApplyCodes,
  twIssueSites,
} from "./codes/index.js";

export { consoleLinks } from "./helpers/consoleLinks.js";
export { decidedAt } from "./helpers/decidedAt.js";
export { type IdvVerdict, idvVerdict } from "./helpers/idvVerdict.js";
export { type AddressRiskReading, readAddressRisk } from "./helpers/readAddressRisk.js";
export { type RiskBand, riskBand } from "./helpers/riskBand.js";
export { type SearchTaskVerdict, searchTaskVerdict } from "./helpers/searchTaskVerdict.js";
export { idvWorkflow, waitForIdv } from "./workflows/waitForIdv.js";
export { searchTaskWorkflow, waitForSearchTask } from "./workflows/waitForSearchTask.js";

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
  type StateKind,
  type Store,
  TimeoutError,
  type Transport,
  type Waited,
  WaitExpiredError,
  type WaitOptions,
  Waker,
  type WakeSource,
  type Workflow,
} from "@x/core";
