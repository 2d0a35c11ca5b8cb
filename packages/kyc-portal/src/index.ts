export {
  environments,
  KycPortalClient,
  type KycPortalClientOptions,
  type KycPortalDestination,
  type KycPortalEnvironment,
  kycPortalTransport,
} from "./client.js";

export { Auth } from "./resources/auth.js";
export { CaseDocuments, type CaseDocumentsContracts } from "./resources/caseDocuments.js";
export { CaseProperties, type CasePropertiesContracts } from "./resources/caseProperties.js";
export { CaseSteps } from "./resources/caseSteps.js";
export { Cases, type CasesContracts } from "./resources/cases.js";
export { Companies } from "./resources/companies.js";
export { Documents } from "./resources/documents.js";
export { IndividualDocuments } from "./resources/individualDocuments.js";
export { Individuals } from "./resources/individuals.js";
export { Monitoring, type MonitoringContracts } from "./resources/monitoring.js";
export { Reference } from "./resources/reference.js";
export { RegistryFilings } from "./resources/registryFilings.js";
export { SandboxWebhooks } from "./resources/sandboxWebhooks.js";
export { Service } from "./resources/service.js";
export { StepNotes } from "./resources/stepNotes.js";
export { Users } from "./resources/users.js";

export type { BearerToken, GetTokenInput } from "./endpoints/auth/getToken.js";
export type { AddStepNoteInput } from "./endpoints/caseSteps/addStepNote.js";
export type { DeleteStepNoteInput } from "./endpoints/caseSteps/deleteStepNote.js";
export type { UpdateCaseStepStatusInput } from "./endpoints/caseSteps/updateCaseStepStatus.js";
export type {
  DocumentRequestReceipt,
  RequestDocumentsInput,
  UploadCompanyDocumentInput,
  UploadFields,
  UploadIndividualDocumentInput,
} from "./endpoints/cases/documents.js";
export type { IdentityChange } from "./endpoints/cases/identity.js";
export type { LinkCaseInput } from "./endpoints/cases/links.js";
export type { ActOnAlertInput, AlertTarget, ListMonitoringCasesInput } from "./endpoints/cases/monitoring.js";
export type { ReviewDateReceipt, SetReviewDateInput } from "./endpoints/cases/reviewDate.js";
export type { ListCasesInput } from "./endpoints/cases/oneCase.js";
export type { DeletePropertyInput, PropertiesReceipt, SetPropertiesInput } from "./endpoints/cases/properties.js";
export type { ReportInput, UpdateStatusInput } from "./endpoints/cases/review.js";
export type { SearchCasesByPropertiesInput } from "./endpoints/cases/searchCasesByProperties.js";
export type { ActivateCompanyStepInput } from "./endpoints/companies/activateCompanyStep.js";
export type { CreateCompanyInput } from "./endpoints/companies/createCompany.js";
export type { ImportCompanyInput } from "./endpoints/companies/importCompany.js";
export type {
  CompanySearch,
  CompanySearchResponse,
  CompanySearchResult,
  SearchCompaniesInput,
} from "./endpoints/companies/searchCompanies.js";
export type { CompanyIdentity, UpdateCompanyIdentityInput } from "./endpoints/companies/updateCompanyIdentity.js";
export type { DownloadDocumentInput } from "./endpoints/documents/downloadDocument.js";
export type { PrevalidateIndividualDocumentInput } from "./endpoints/individuals/prevalidateIndividualDocument.js";
export type {
  IndividualIdentity,
  UpdateIndividualIdentityInput,
} from "./endpoints/individuals/updateIndividualIdentity.js";
export type { ListCompanyTypesInput } from "./endpoints/reference/listCompanyTypes.js";
export type { ListRegistryFilingsInput } from "./endpoints/registryFilings/listRegistryFilings.js";
export type {
  PurchaseReceipt,
  PurchaseRegistryFilingInput,
} from "./endpoints/registryFilings/purchaseRegistryFiling.js";
export type { DeleteWebhookInput } from "./endpoints/sandboxWebhooks/deleteWebhook.js";
export type { SubscribeWebhookInput } from "./endpoints/sandboxWebhooks/subscribeWebhook.js";
export type { Health } from "./endpoints/service/getHealth.js";
export type { AssignUserInput } from "./endpoints/users/assignUser.js";
export type { ListUsersInput } from "./endpoints/users/listUsers.js";
export type { AmlCheck, AmlChecksResponse } from "./models/amlChecks.js";
export type { PortalError, PortalErrorDetail } from "./models/portalError.js";
export type { AuditTrailEntry } from "./models/auditTrail.js";
export type { CaseAddress } from "./models/caseAddress.js";
export type { AmlFlag, CaseAmlSummary, WorldCheckSummary } from "./models/caseAmlSummary.js";
export type { CaseCommon, CaseStatus } from "./models/caseCommon.js";
export type {
  CaseCompany,
  CaseDataSource,
  CaseDetail,
  CaseDetailResponse,
  CaseDetails,
  CaseIndividual,
  StepDataSource,
} from "./models/caseDetail.js";
export type {
  CaseDocumentGroups,
  CaseDocumentRef,
  CaseDocumentsResponse,
  MandatoryDocument,
} from "./models/caseDocuments.js";
export type { CaseProperty, NewCaseProperty } from "./models/caseProperty.js";
export type { CaseStep, CaseStepDetail, CaseStepGroup, StepDocument, StepStatus } from "./models/caseSteps.js";
export type { Extra } from "./models/extra.js";
export type { CaseInput, CaseStepInput, NoInput } from "./models/ids.js";
export type { Member, MemberDataSource, MemberEntry, MemberType, MembersResponse } from "./models/members.js";
export type { LmAlert, LmAlertList, LmCase, LmCaseList, LmCaseType, LmSubject } from "./models/monitoring.js";
export type {
  LmAmlChange,
  LmChange,
  LmDocumentChange,
  LmExpiration,
  LmOfficerChange,
  LmPropertyChange,
  LmShareholderChange,
} from "./models/monitoringChange.js";
export type { NewIndividual } from "./models/newIndividual.js";
export type { OrgChartNode } from "./models/orgChart.js";
export type {
  CompanyType,
  DataType,
  Jurisdiction,
  JurisdictionList,
  JurisdictionsResponse,
} from "./models/reference.js";
export type {
  RegistryDocuments,
  RegistryFiling,
  RegistryFilingsCase,
  RegistryFilingsCompany,
  RegistryFilingsResponse,
} from "./models/registryFiling.js";
export type { StepNote } from "./models/stepNote.js";
export type { PrevalidationMessage, PrevalidationResult, UploadResult } from "./models/uploads.js";
export type { User } from "./models/user.js";
export type { WebhookSubscription } from "./models/webhookSubscription.js";

export { inferredPaths } from "./models/inferredPaths.js";

export { type AlertAction, alertActions, type AlertKind, type AllowedAlertAction } from "./codes/alertActions.js";
export { caseStage, caseStages, type CaseStatusId, type KnownStatusId } from "./codes/caseStates.js";
export { isCountry, isJurisdiction } from "./codes/countries.js";
export { isReviewDate, type ReviewDate, type ReviewDatePreset, reviewDatePresets } from "./codes/reviewDates.js";

export { alertKind, allowedAlertActions } from "./helpers/alerts.js";
export { documentIdOf, listDocuments, type ListedDocument } from "./helpers/documents.js";
export {
  type MermaidOptions,
  type OrgChartGroup,
  orgChartToMermaid,
  type OrgChartVisit,
  walkOrgChart,
} from "./helpers/orgChart.js";
export { reviewDay } from "./helpers/reviewDay.js";
export { hasStructure, type ListedMember, listMembers } from "./helpers/structure.js";
export type { CaseLook, CaseState } from "./helpers/caseLook.js";
export { caseWorkflow, sandboxDelays, waitForCase, type WaitForCaseOptions } from "./workflows/waitForCase.js";

export {
  AbortedError,
  ApiError,
  type BillableCall,
  BodyError,
  CallbackError,
  type ClientOptions,
  Concurrency,
  ConfigurationError,
  createIntents,
  createJournal,
  createSpendGuard,
  DuplicateDetectedError,
  type Endpoint,
  type ErrorCode,
  type FileAnswer,
  type FileKind,
  type FileStream,
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
  MemoryJournal,
  MemoryStore,
  NetworkError,
  type OtherNumber,
  type OtherString,
  type Outcome,
  OutcomeUnknownError,
  type Reconcilable,
  RateLimit,
  type RateLimitOptions,
  type Reconciled,
  type ReconcileOptions,
  RedirectError,
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
  type TokenClientSettings,
  TokenStore,
  type Transport,
  type Upload,
  type Waited,
  WaitExpiredError,
  type WaitOptions,
  Waker,
  type WakeSource,
  type Workflow,
} from "@x/core";
