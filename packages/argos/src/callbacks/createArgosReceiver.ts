import {
  CallbackError,
  createReceiver,
  type Proof,
  readCallback,
  type ReceiverOptions,
  type SweepingReceiver,
  type Told,
} from "@x/core/callbacks";
import { sealedText } from "../ciphers/envelope.js";
import type { ArgosCipher } from "../ciphers/types.js";
import { kycResultOf } from "../helpers/kycResultOf.js";
import type { KycResult } from "../codes/kycResults.js";
import type { Submission } from "../models/submission.js";
import { parseArgosTime } from "../models/times.js";
import { argosDedupeKey } from "./dedupeKey.js";
import { callbackDecisions, isKnownTrigger } from "./triggers.js";
import type { ArgosCallback, ArgosWebhooks, UnknownArgosCallback } from "./types.js";

/** A submission on which something happened, as ARGOS' own record has it. */
export interface SubmissionEvent {
  /** What the webhook said had happened; `swept` when none came, and the record was read without one. */
  readonly kind: keyof ArgosWebhooks | "swept";
  /** As `submission:6xx28lo115832`. */
  readonly subject: `submission:${string}`;
  /** Where the record stands. Decide by this. */
  readonly state: KycResult | "unknown";
  /** The record, read after the webhook came; null only after `delete`. */
  readonly record: Submission | null;
}

/** What a receiver hands on. Of an `unknown` webhook nothing could be read back. */
export type ArgosEvent = SubmissionEvent | UnknownArgosCallback;

/** What a receiver reads submissions with: an `ArgosClient`, or a function of your own. */
export interface ArgosReader {
  /** Submissions. */
  readonly submissions: {
    /** Reads one submission; `null` when there is none. */
    get(input: { submission_id: string }): Promise<Submission | null>;
  };
}

/** Options of {@link createArgosReceiver}. */
export interface ArgosReceiverOptions extends ReceiverOptions<ArgosEvent> {
  /** Reads the submission that a webhook names. */
  readonly client: ArgosReader;
  /** The project's one scheme, when its webhooks are encrypted. With GCM it is a proof; ECB and CBC prove nothing. */
  readonly cipher?: ArgosCipher | undefined;
  /** How the sender proves itself. ARGOS sets no header: a secret path, an address beside it, or a cipher with GCM. */
  readonly proofs?: readonly Proof[] | undefined;
}

/** What a webhook is good for: where to look, and what should be seen there. */
type Hint =
  | { readonly kind: SubmissionEvent["kind"]; readonly id: string; readonly key: string }
  | { readonly kind: "unknown"; readonly text: string; readonly key: string };

const vendor = "ARGOS";

/**
 * Builds what receives all of a project's webhooks on one URL.
 *
 * ARGOS signs nothing: a webhook only says where to look. It is acknowledged at once; then the submission is read with
 * `client`, and what the record says goes to `onEvent`.
 *
 * @param options - Proofs or a cipher that proves, store, client, and your work.
 * @returns A function from a web `Request` to its `Response`, with `handle`, `work` and `sweep`.
 * @throws `ConfigurationError` when no proof is set up.
 *
 * @example
 * const receive = createArgosReceiver({ proofs: [secretPathProof(secret), addressProof(argosSender)], store, client: argos, onEvent });
 */
export function createArgosReceiver(options: ArgosReceiverOptions): SweepingReceiver {
  const { client, cipher } = options;
  return createReceiver<Hint, ArgosEvent>(
    {
      vendor,
      parse: async (text) => await hintIn(text, cipher),
      parseProves: cipher?.authenticates === true,
      key: (hint) => hint.key,
      subject: (hint) => (hint.kind === "unknown" ? undefined : `submission:${hint.id}`),
      pack: (hint) => JSON.stringify(hint),
      unpack: (data) => JSON.parse(data) as Hint,
      tell: async (hint, job) => await tell(client, hint, job.id, cipher?.authenticates === true),
      hintOf,
      acknowledgement: { status: 200, headers: {}, body: "" },
      budgetMs: 4000,
      withoutStore: "refuse",
    },
    options,
  );
}

async function hintIn(body: string, cipher: ArgosCipher | undefined): Promise<Hint> {
  const outer = readCallback(vendor, body, callbackDecisions);
  const inside = sealedText(outer, true);
  // Not told apart: whoever may ask twice could read a message out of the differences.
  if ((inside === undefined) !== (cipher === undefined)) throw unusable();
  const text = inside === undefined || cipher === undefined ? body : await opened(inside, cipher);
  const value = inside === undefined ? outer : readCallback(vendor, text, callbackDecisions);
  const { webhook_trigger: trigger, submission_id: id } = value;
  const usable = isKnownTrigger(trigger) && typeof id === "string" && /^[\w-]{1,100}$/.test(id);
  const callback = { kind: usable ? trigger : "unknown", payload: value, readPayload: () => value };
  const key = await argosDedupeKey(callback as unknown as ArgosCallback);
  return usable ? { kind: trigger, id, key } : { kind: "unknown", text, key };
}

async function opened(sealed: string, cipher: ArgosCipher): Promise<string> {
  try {
    return await cipher.decrypt(sealed);
  } catch {
    throw unusable();
  }
}

function unusable(): CallbackError {
  return new CallbackError(vendor, "the webhook is not encrypted as this project's are.");
}

function hintOf(subject: string): Hint | undefined {
  const [, id] = /^submission:([\w-]{1,100})$/.exec(subject) ?? [];
  return id === undefined ? undefined : { kind: "swept", id, key: subject };
}

async function tell(client: ArgosReader, hint: Hint, jobId: string, authenticated: boolean): Promise<Told<ArgosEvent>> {
  if (hint.kind === "unknown") {
    const readPayload = (): unknown => JSON.parse(hint.text);
    return { event: { kind: "unknown", drift: [], authenticated, readPayload }, state: "", rank: 0, final: false };
  }
  const { kind, id } = hint;
  const record = await client.submissions.get({ submission_id: id });
  const state = record === null ? "unknown" : kycResultOf(record);
  // Read too early, overtaken, or forged: asked again, and given up if it stays so.
  if (record === null && kind !== "delete")
    throw new CallbackError(vendor, "the webhook names a submission that is not there.");
  if ((kind === "approved" || kind === "rejected") && state !== kind)
    throw new CallbackError(vendor, "the webhook speaks of a decision that the record does not have.");
  return {
    event: { kind, subject: `submission:${id}`, state, record },
    state: `${state}@${record?.updated_at ?? ""}`,
    detail: ofState.has(kind) ? undefined : jobId,
    rank: state === "incomplete" ? 0 : state === "pending" ? 1 : 2,
    version: parseArgosTime(record?.updated_at)?.getTime(),
    final: state === "approved" || state === "rejected",
  };
}

/** Triggers that say nothing but where the decision stands. */
const ofState: ReadonlySet<string> = /* @__PURE__ */ new Set(["created", "submit", "approved", "rejected", "swept"]);
