export type {
  AmlMatchBody,
  CaseAssignedBody,
  CaseClosedBody,
  CaseRequestSubmittedBody,
  DocumentsRequestedBody,
  DocumentUploadedBody,
  EventBodies,
  EventBody,
} from "./eventBodies.js";
export {
  isEventOf,
  type KnownEvent,
  type KycPortalEvent,
  type KycPortalEventType,
  parseKycPortalEvent,
  type UnknownEvent,
} from "./parseKycPortalEvent.js";
