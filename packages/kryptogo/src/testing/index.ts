export { fixtures } from "./fixtures/index.js";
export { type ForgedCallback, forgeIdvCallback, forgeSearchTaskCallback } from "./forge.js";
export { FakeKryptogo } from "./fake/fakeKryptogo.js";
export type { FakeFinding, FakeKryptogoOptions, FakeVerdict } from "./fake/options.js";
export type { CallbackFault, SentCallback } from "./fake/postman.js";
