export { errorCodes } from "./errorCodes.js";
export { type IdType, idTypes } from "./idTypes.js";
export { type KycResult, kycResults } from "./kycResults.js";
export { type RejectCode, rejectCodes } from "./rejectCodes.js";
export { type RetryCode, retryCodes } from "./retryCodes.js";
export { type WebhookTrigger, webhookTriggers } from "./webhookTriggers.js";
