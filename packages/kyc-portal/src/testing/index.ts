export { fixtures } from "./fixtures/index.js";
export { type ForgedEvent, forgeKycPortalEvent } from "./forge.js";
export { FakeKycPortal, type InvoiceLine } from "./fake/fakeKycPortal.js";
export type { FakeAlert } from "./fake/fakeCase.js";
export { type FakeJurisdiction, type FakeKycPortalOptions, type RegisteredCompany } from "./fake/options.js";
export type { SentWebhook } from "./fake/postman.js";
