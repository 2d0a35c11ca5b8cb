import {
  type EventBodies,
  type KycPortalEvent,
  type KycPortalEventType,
  parseKycPortalEvent,
} from "../callbacks/index.js";

/** A webhook as the portal would send it. */
export interface ForgedEvent<Type extends KycPortalEventType> {
  /** JSON text, as it goes over the wire. */
  readonly body: string;
  /** The same, read. */
  readonly event: Extract<KycPortalEvent, { eventType: Type }>;
}

/** What an event says beside the case, where the documents tell. */
const extras: { readonly [Type in KycPortalEventType]?: Partial<EventBodies[Type]> } = {
  CaseClosed: { caseDecision: "Accepted" },
  CaseAssigned: { assignedUser: "reviewer@example.com", caseStatus: "Open" },
  AmlMatch: { amlType: "PEP" },
  DocumentUploaded: { documentName: "Certificate of Incorporation", documentId: "35470" },
  CaseRequestSubmitted: { email: "owner@example.com", phone: "" },
};

/**
 * Makes a webhook.
 *
 * @param eventType - Type of the event.
 * @param overrides - Fields of the body to say otherwise; `undefined` leaves one out.
 * @returns Text and event.
 * @throws `CallbackError` when the overrides make what the portal would not send.
 *
 * @example
 * const { body } = forgeKycPortalEvent("CaseReady", { caseCommonId: "6037" });
 */
export function forgeKycPortalEvent<Type extends KycPortalEventType>(
  eventType: Type,
  overrides: Partial<EventBodies[Type]> = {},
): ForgedEvent<Type> {
  const said = {
    caseType: 1,
    caseCommonId: "6037",
    caseName: "Example Trading Limited",
    message: `${eventType}: Example Trading Limited`,
    caseProperties: {},
    ...extras[eventType],
    ...overrides,
  };
  const body = JSON.stringify({ eventType, body: said });
  return { body, event: parseKycPortalEvent(body) as ForgedEvent<Type>["event"] };
}
