import {
  CallbackError,
  createReceiver,
  readCallback,
  type ReceiverOptions,
  type SweepingReceiver,
  type Told,
} from "@x/core/callbacks";
import type { CaseDetailResponse } from "../models/caseDetail.js";
import { idOf } from "./idOf.js";
import type { KycPortalEventType, UnknownEvent } from "./parseKycPortalEvent.js";

/** A case on which something happened, as the portal's own record has it. */
export interface CaseEvent {
  /** What the webhook said had happened; `swept` when none came, and the record was read without one. */
  readonly eventType: KycPortalEventType | "swept";
  readonly caseCommonId: number;
  /** Id of the document, where the webhook named one. Unproven: look it up in the case before you fetch it. */
  readonly documentId?: number;
  /** As `case:6037`. */
  readonly subject: `case:${number}`;
  /** The record, read after the webhook came. What decides is in here. */
  readonly record: CaseDetailResponse;
}

/** What a receiver hands on. Of an `unknown` event nothing could be read back, and nothing in it is proven. */
export type KycPortalReceiverEvent = CaseEvent | UnknownEvent;

/** What a receiver reads cases with: a `KycPortalClient`, or two functions of your own. */
export interface KycPortalReader {
  /** Cases of companies. */
  readonly companies: {
    /** Reads the case of a company. */
    get(input: { caseCommonId: number }): Promise<CaseDetailResponse>;
  };
  /** Cases of individuals. */
  readonly individuals: {
    /** Reads the case of an individual. */
    get(input: { caseCommonId: number }): Promise<CaseDetailResponse>;
  };
}

/** Options of {@link createKycPortalReceiver}. */
export interface KycPortalReceiverOptions extends ReceiverOptions<KycPortalReceiverEvent> {
  /** Reads the case that a webhook names. */
  readonly client: KycPortalReader;
}

/** What a webhook is good for: where to look, and what should be seen there. */
type Hint =
  | {
      readonly eventType: CaseEvent["eventType"];
      readonly id: number;
      readonly isPerson: boolean;
      readonly documentId?: number;
    }
  | { readonly eventType: "unknown"; readonly text: string };

const vendor = "Know Your Customer";

const known: Readonly<Record<KycPortalEventType, true>> = {
  CaseCreated: true,
  CaseReady: true,
  CaseClosed: true,
  CaseReopened: true,
  CaseAssigned: true,
  AmlMatch: true,
  IdFailure: true,
  DocumentUploaded: true,
  DocumentsRequested: true,
  CaseRequestSubmitted: true,
};

/** Events that say nothing but what state the case is in. */
const ofState: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "CaseCreated",
  "CaseReady",
  "CaseClosed",
  "CaseReopened",
  "swept",
]);

/**
 * Builds what receives the portal's webhooks.
 *
 * The portal signs nothing: a webhook only says where to look. It is acknowledged at once, whatever it says, because the
 * portal blocks a URL for an hour after ten refusals; then the case is read with `client` and goes to `onEvent`.
 *
 * @param options - Proofs, store, client, and your work. The sandbox takes a secret path, production HTTP Basic as well.
 * @returns A function from a web `Request` to its `Response`, with `handle`, `work` and `sweep`.
 * @throws `ConfigurationError` when no proof is set up.
 *
 * @example
 * const receive = createKycPortalReceiver({ proofs: [secretPathProof(secret)], store, client: portal, onEvent });
 */
export function createKycPortalReceiver(options: KycPortalReceiverOptions): SweepingReceiver {
  const { client } = options;
  return createReceiver<Hint, KycPortalReceiverEvent>(
    {
      vendor,
      parse: hintIn,
      key: async (hint, digest) =>
        hint.eventType === "unknown"
          ? `unknown:${await digest()}`
          : `${hint.eventType}:${hint.id}:${hint.documentId ?? ""}:${await digest()}`,
      subject: (hint) => (hint.eventType === "unknown" ? undefined : `case:${hint.id}`),
      pack: (hint) => JSON.stringify(hint),
      unpack: (data) => JSON.parse(data) as Hint,
      tell: async (hint, job) => await tell(client, hint, job.id),
      hintOf,
      acknowledgement: { status: 200, headers: {}, body: "" },
      budgetMs: 4000,
      withoutStore: "refuse",
      // A case that is closed twice sends the same body twice, and the vendor's own tries end within hours.
      rememberMs: 86_400_000,
    },
    options,
  );
}

function hintIn(text: string): Hint {
  const value = readCallback(vendor, text, ["eventType", "caseCommonId", "documentId"]);
  const { eventType, body } = value;
  const said = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const id = idOf(said["caseCommonId"]);
  // A refusal is repeated ten times, and then the URL is blocked: what is of no use is handed on to be looked at.
  if (typeof eventType !== "string" || !Object.hasOwn(known, eventType) || id === undefined)
    return { eventType: "unknown", text };
  const documentId = idOf(said["documentId"]);
  return {
    eventType: eventType as KycPortalEventType,
    id,
    isPerson: said["caseType"] === 2,
    ...(documentId === undefined ? {} : { documentId }),
  };
}

function hintOf(subject: string): Hint | undefined {
  const [, digits] = /^case:(\d{1,15})$/.exec(subject) ?? [];
  return digits === undefined ? undefined : { eventType: "swept", id: Number(digits), isPerson: false };
}

async function tell(client: KycPortalReader, hint: Hint, jobId: string): Promise<Told<KycPortalReceiverEvent>> {
  if (hint.eventType === "unknown") {
    const readPayload = (): unknown => JSON.parse(hint.text);
    return { event: { eventType: "unknown", drift: [], readPayload }, state: "", rank: 0, final: false };
  }
  const { eventType, id, documentId } = hint;
  const record = await readCase(client, hint);
  const { statusId, status, caseDecision } = record.caseDetail.details.common;
  const denied =
    (eventType === "CaseReady" && statusId !== 3) ||
    (eventType === "CaseClosed" && status !== "Closed") ||
    (eventType === "CaseReopened" && status === "Closed");
  // Read too early, overtaken, or forged: asked again, and given up if it stays so.
  if (denied) throw new CallbackError(vendor, "the webhook speaks of a state that the case is not in.");
  return {
    event: {
      eventType,
      caseCommonId: id,
      ...(documentId === undefined ? {} : { documentId }),
      subject: `case:${id}`,
      record,
    },
    state: [statusId, status, caseDecision].join("/"),
    detail: ofState.has(eventType) ? undefined : jobId,
    // A case may be reopened at any time, and has no time of change: what was read last counts.
    rank: 0,
    final: status === "Closed",
  };
}

/** A person's case is read elsewhere than a company's, and which it is, a webhook may leave out. */
async function readCase(client: KycPortalReader, hint: { id: number; isPerson: boolean }): Promise<CaseDetailResponse> {
  const { companies, individuals } = client;
  const [first, other] = hint.isPerson ? [individuals, companies] : [companies, individuals];
  const input = { caseCommonId: hint.id };
  try {
    return await first.get(input);
  } catch (error) {
    if ((error as { status?: unknown }).status !== 404) throw error;
    return await other.get(input);
  }
}
