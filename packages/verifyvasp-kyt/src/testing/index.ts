export { fixtures } from "./fixtures/index.js";
export {
  type ForgedCallback,
  forgeErrorReport,
  forgeKytCallback,
  forgeTxReport,
  forgeVerificationResult,
  forgeWcoCallback,
  type KytForgery,
} from "./forge.js";
export { attemptSample, transferSample } from "./samples.js";
export { FakeEnclave, type UpstreamFault } from "./fake/fakeEnclave.js";
export type { CallbackFault, SentCallback } from "./fake/messenger.js";
export {
  type Deliver,
  type FakeAnswer,
  type FakeEnclaveOptions,
  type FakeFinding,
  type FakeKytSubject,
  findByAddress,
} from "./fake/options.js";
export type { IncomingTransfer } from "./fake/verificationDesk.js";
