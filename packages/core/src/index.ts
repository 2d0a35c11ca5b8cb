export { HeaderKeyAuth, noAuth } from "./auth/header-key.js";
export { ClientCredentialsAuth, type ClientCredentialsParts } from "./auth/client-credentials.js";
export { TokenStore } from "./auth/token-store.js";
export type { Auth, AuthCall } from "./auth/types.js";
export type { BaseUrl } from "./base-url.js";
export { fromBase64, toBase64 } from "./base64.js";
export type { ClientOptions, RawResponse, RequestOptions, ResponseValidation } from "./client-options.js";
export { type Codec, CodecFault } from "./codec.js";
export { type HostClientOptions, type HostClientParts, hostTransport } from "./configure-host.js";
export {
  type Destination,
  type KeyClientOptions,
  type KeyClientParts,
  keyTransport,
  type TokenClientOptions,
  type TokenClientParts,
  type TokenClientSettings,
  tokenTransport,
} from "./configure.js";
export { AesCbc, type AesCbcOptions } from "./crypto/aes-cbc.js";
export { AesEcb } from "./crypto/aes-ecb.js";
export { AesGcm, type AesGcmOptions } from "./crypto/aes-gcm.js";
export { type Cipher, DecryptionError, type KeyBytes } from "./crypto/cipher.js";
export { fromHex, toHex } from "./crypto/hex.js";
export { byCursor } from "./cursor-pages.js";
export {
  type AnyEndpoint,
  type CallElement,
  type Cost,
  defineEndpoint,
  type Effect,
  type Encode,
  type Encoded,
  type Endpoint,
  type Found,
  type Lookup,
  type LookupContext,
  type PartsOf,
} from "./endpoint.js";
export { ApiError, type VendorRefusal } from "./errors/api-error.js";
export { BodyError, type BodyErrorCode, type ShapeIssue } from "./errors/body-errors.js";
export type { ErrorCode, Outcome } from "./errors/codes.js";
export { isApiError, isBodyError, isInputError, isOutcomeUnknown, isReconcilable } from "./errors/guards.js";
export { ConfigurationError, InputError, type InputIssue } from "./errors/input-error.js";
export { IntentDoneError, IntentInFlightError, IntentMismatchError } from "./errors/intent-errors.js";
export {
  CallbackError,
  DuplicateDetectedError,
  OutcomeUnknownError,
  type Reconcilable,
  type Reconcile,
  type Reconciled,
  type ReconcileOptions,
  SpendRefusedError,
  WaitExpiredError,
} from "./errors/outcome-errors.js";
export { SpendLimitError } from "./errors/spend-limit-error.js";
export { StoreError } from "./errors/store-error.js";
export { type CallFacts, isSdkError, SdkError } from "./errors/sdk-error.js";
export {
  AbortedError,
  type CallPhase,
  InternalError,
  NetworkError,
  RedirectError,
  TimeoutError,
} from "./errors/transport-errors.js";
export { isUsable } from "./explaining.js";
export type { FileAnswer, FileKind } from "./file-answer.js";
export { type FileStream, streamFile } from "./file-stream.js";
export { isUpload, type Upload, uploadFile, type UploadRules } from "./upload.js";
export type { AttemptEvent, DriftEvent, ErrorEvent, Hooks, ResponseEvent, RetryEvent } from "./hooks.js";
export { base64Image, type ImageFormat, imageFormat, type ImageInput, type ImageRules, isImageInput } from "./image.js";
export { createIntents, type IntentsOptions } from "./intents/intents.js";
export type {
  EarlierCall,
  Intent,
  IntentCall,
  IntentClaim,
  IntentFate,
  IntentKey,
  IntentProof,
  Intents,
} from "./intents/types.js";
export { createJournal } from "./journal/create-journal.js";
export { MemoryJournal } from "./journal/memory-journal.js";
export type { Journal, JournalEntry } from "./journal/types.js";
export type { JsonLimits } from "./json/fault.js";
export { byPageNumber, type NumberedPage, type Paged, type PageRule, type PageTotals } from "./pagination.js";
export { type FilePart, type Form, multipartForm } from "./multipart.js";
export { makeReference } from "./reconcile.js";
export { Resource } from "./resource.js";
export {
  expected,
  openCode,
  openEnum,
  type OtherNumber,
  type OtherString,
  type Schema,
  type Shape,
  type SchemaDrift,
  schemaFor,
} from "./schema.js";
export { sendWithFetch } from "./send/fetch.js";
export { sendWithKy } from "./send/ky.js";
export type { OutgoingRequest, Send } from "./send/types.js";
export { createSpendGuard, type SpendGuardOptions, type SpendState } from "./spend/spend-guard.js";
export type { BillableCall, SpendGuard, SpendSlot } from "./spend/types.js";
export type { Guard, TransportParts } from "./client-state.js";
export { Concurrency } from "./limits/concurrency.js";
export { RateLimit, type RateLimitOptions } from "./limits/rate-limit.js";
export { Mailbox, type MailboxOptions, type MailboxWait } from "./store/mailbox.js";
export { MemoryStore, type MemoryStoreOptions, StoreFullError } from "./store/memory-store.js";
export { type IoredisLike, type NodeRedisLike, RedisStore, type RedisStoreOptions } from "./store/redis-store.js";
export type { Store } from "./store/types.js";
export { Transport } from "./transport.js";
export { type StateKind, type Waited, waitFor, type WaitOptions, type Workflow } from "./wait-for.js";
export { Waker, type WakeSource, type WakeTarget } from "./waker.js";
