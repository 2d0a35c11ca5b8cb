export { type FakeApplicant, timeoutMs } from "./fake/desk.js";
export { FakeArgos, fakeArgosKey, type FakeArgosOptions } from "./fake/fakeArgos.js";
export type { SentWebhook, WebhookFault } from "./fake/postman.js";
export { fixtures } from "./fixtures/index.js";
export { forgeArgosCallback, forgeEncryptedArgosCallback, type ForgedArgosCallback } from "./forge.js";
export { webhookSamples } from "./webhookSamples.js";
