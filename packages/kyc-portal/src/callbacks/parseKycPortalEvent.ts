import { CallbackError, checkCallback, readCallback, type ShapeIssue } from "@x/core/callbacks";
import { type EventBodies, eventSchemas } from "./eventBodies.js";
import { idOf } from "./idOf.js";

/** Type of an event that is documented. */
export type KycPortalEventType = keyof EventBodies;

/** One event of a documented type. Unsigned: read the case before you act on it. */
export interface KnownEvent<Type extends KycPortalEventType> {
  readonly eventType: Type;
  /** Id of the case, as a number. */
  readonly caseCommonId: number;
  /** Id of the document, as a number; only where the event names one. */
  readonly documentId?: number;
  /** What a waiting helper listens for, as `case:6037`. */
  readonly subject: `case:${number}`;
  /**
   * The same for two deliveries of one event, which come for hours after a failure. The vendor sends no event id, so a
   * case that is closed twice gives the same key twice: forget keys after a day.
   */
  readonly dedupeKey: string;
  /** The body as it was sent. */
  readonly payload: EventBodies[Type];
  /** Where the body leaves its documented shape. */
  readonly drift: readonly ShapeIssue[];
}

/** An event of a type that is not documented. Acknowledge it, and leave it alone. */
export interface UnknownEvent {
  readonly eventType: "unknown";
  readonly caseCommonId?: undefined;
  readonly documentId?: undefined;
  readonly subject?: undefined;
  readonly dedupeKey?: undefined;
  readonly payload?: undefined;
  readonly drift: readonly ShapeIssue[];
  /** What was sent. A method, so that no log prints it. */
  readPayload(): unknown;
}

/** What the portal sends to a webhook URL, told apart by `eventType`. */
export type KycPortalEvent = { [Type in KycPortalEventType]: KnownEvent<Type> }[KycPortalEventType] | UnknownEvent;

const vendor = "Know Your Customer";
const decisive = ["eventType", "caseCommonId", "caseDecision", "documentId"];

/**
 * Reads the body of a webhook. It is proven by nothing in itself: the portal signs nothing, so treat it as a hint.
 *
 * Answer 2xx to whatever this reads, unknown events included: the portal repeats an event ten times and then blocks the
 * URL for an hour, and what falls into that hour is lost. Keep a slow look at open cases beside it.
 *
 * @param body - The body, best as the text or bytes that arrived; an object that a framework parsed will do.
 * @returns The event.
 * @throws `CallbackError` when the body is no JSON object, or its case id is none.
 *
 * @example
 * const event = parseKycPortalEvent(await request.text());
 * if (event.eventType === "CaseReady") waker.wake(event.subject);
 */
export function parseKycPortalEvent(body: unknown): KycPortalEvent {
  const value = readCallback(vendor, body, decisive);
  const { eventType } = value;
  if (typeof eventType !== "string" || !Object.hasOwn(eventSchemas, eventType))
    return { eventType: "unknown", drift: [], readPayload: () => value };
  return known(eventType as KycPortalEventType, value["body"]) as KycPortalEvent;
}

function known(eventType: KycPortalEventType, body: unknown): KnownEvent<KycPortalEventType> {
  const { payload, drift } = checkCallback(vendor, eventSchemas[eventType], body, decisive);
  const caseCommonId = idOf(payload.caseCommonId);
  if (caseCommonId === undefined) throw new CallbackError(vendor, "the event's case id is not a number.");
  const { documentId: sent, caseDecision } = payload as { documentId?: unknown; caseDecision?: unknown };
  const documentId = idOf(sent);
  return {
    eventType,
    caseCommonId,
    ...(documentId === undefined ? {} : { documentId }),
    subject: `case:${caseCommonId}`,
    dedupeKey: `${eventType}:${caseCommonId}:${documentId ?? (typeof caseDecision === "string" ? caseDecision : "")}`,
    payload,
    drift,
  };
}

/** Whether an event is of a type, for code that has the type as a value. */
export function isEventOf<Type extends KycPortalEventType>(
  event: KycPortalEvent,
  type: Type,
): event is Extract<KycPortalEvent, { eventType: Type }> {
  return event.eventType === type;
}
