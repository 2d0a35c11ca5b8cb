import {
  CallbackError,
  createReceiver,
  readCallback,
  type ReceiverOptions,
  type SweepingReceiver,
  type Told,
} from "@x/core/callbacks";
import { idvVerdict, type IdvVerdict } from "../helpers/idvVerdict.js";
import { searchTaskVerdict, type SearchTaskVerdict } from "../helpers/searchTaskVerdict.js";
import { idvDecisions, type IdvTask } from "../models/idvTask.js";
import { type SearchTask, searchTaskDecisions } from "../models/searchTask.js";
import type { UnknownCallback } from "./parseKryptogoCallback.js";

/** An identity verification that changed, as KryptoGO's own record has it. */
export interface IdvEvent {
  readonly kind: "idv";
  /** As `idv:12`. */
  readonly subject: `idv:${number}`;
  /** What the record comes to. */
  readonly verdict: IdvVerdict;
  /** The record, read after the callback came. */
  readonly record: IdvTask;
}

/** A search task that changed, as KryptoGO's own record has it. */
export interface SearchTaskEvent {
  readonly kind: "search_task";
  /** As `search_task:123`. */
  readonly subject: `search_task:${number}`;
  /** What the record comes to. */
  readonly verdict: SearchTaskVerdict;
  /** The summary, read after the callback came. */
  readonly record: SearchTask;
}

/** What a receiver hands on. Of an `unknown` callback nothing could be read back, and nothing in it is proven. */
export type KryptogoEvent = IdvEvent | SearchTaskEvent | UnknownCallback;

/** What a receiver reads records with: a `KryptogoClient`, or two functions of your own. */
export interface KryptogoReader {
  /** Verifications. */
  readonly idv: {
    /** Reads one verification. */
    get(input: { idv_id: number }): Promise<IdvTask>;
  };
  /** Searches. */
  readonly searchTasks: {
    /** Reads one search. */
    getSummary(input: { task_id: number }): Promise<SearchTask>;
  };
}

/** Options of {@link createKryptogoReceiver}. */
export interface KryptogoReceiverOptions extends ReceiverOptions<KryptogoEvent> {
  /** Reads the record that a callback names. */
  readonly client: KryptogoReader;
}

/** What a callback is good for: where to look, and what should be seen there. */
type Hint =
  | { readonly kind: "idv" | "search_task"; readonly id: number; readonly decided: boolean }
  | { readonly kind: "unknown"; readonly text: string };

const vendor = "KryptoGO";

/**
 * Builds what receives both kinds of callbacks on one URL.
 *
 * KryptoGO signs nothing: a callback only says where to look. It is acknowledged at once; then the record is read with
 * `client`, and what the record says goes to `onEvent`, once per change.
 *
 * @param options - Proofs, store, client, and your work. `taskPathProof` gives each task a URL of its own.
 * @returns A function from a web `Request` to its `Response`, with `handle`, `work` and `sweep`.
 * @throws `ConfigurationError` when no proof is set up.
 *
 * @example
 * const receive = createKryptogoReceiver({ proofs: [taskPathProof(key)], store, client: kryptogo, onEvent });
 */
export function createKryptogoReceiver(options: KryptogoReceiverOptions): SweepingReceiver {
  const { client } = options;
  return createReceiver<Hint, KryptogoEvent>(
    {
      vendor,
      parse: hintIn,
      // Several snapshots of one task come by design; only copies share their body.
      key: async (hint, digest) => `${subjectOf(hint) ?? "unknown"}:${await digest()}`,
      subject: subjectOf,
      pack: (hint) => JSON.stringify(hint),
      unpack: (data) => JSON.parse(data) as Hint,
      tell: async (hint) => await tell(client, hint),
      hintOf,
      acknowledgement: { status: 200, headers: {}, body: "" },
      budgetMs: 4000,
      withoutStore: "refuse",
    },
    options,
  );
}

/** The ids alone are taken from a payload: what else it says may be forged, and may drift. */
function hintIn(text: string): Hint {
  const value = readCallback(vendor, text, [...idvDecisions, ...searchTaskDecisions, "idv_task_id", "task_id"]);
  const isIdv = Object.hasOwn(value, "idv_task_id");
  // With both ids it is neither kind.
  if (isIdv === Object.hasOwn(value, "task_id")) return { kind: "unknown", text };
  const id = idOf(isIdv ? value["idv_task_id"] : value["task_id"]);
  if (id === undefined) throw new CallbackError(vendor, "the callback's id is not a number.");
  const verdict = isIdv ? idvVerdict(value) : searchTaskVerdict(value);
  return { kind: isIdv ? "idv" : "search_task", id, decided: isFinal(verdict) };
}

function hintOf(subject: string): Hint | undefined {
  const [, kind, digits] = /^(idv|search_task):(\d{1,15})$/.exec(subject) ?? [];
  return kind === undefined ? undefined : { kind: kind as "idv" | "search_task", id: Number(digits), decided: false };
}

function subjectOf(hint: Hint): string | undefined {
  return hint.kind === "unknown" ? undefined : `${hint.kind}:${hint.id}`;
}

function idOf(value: unknown): number | undefined {
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

async function tell(client: KryptogoReader, hint: Hint): Promise<Told<KryptogoEvent>> {
  if (hint.kind === "unknown") {
    const readPayload = (): unknown => JSON.parse(hint.text);
    return { event: { kind: "unknown", drift: [], readPayload }, state: "", rank: 0, final: false };
  }
  const told = hint.kind === "idv" ? await tellIdv(client, hint.id) : await tellSearchTask(client, hint.id);
  // Read too early, or forged: asked again, and given up if it stays so.
  if (hint.decided && !told.final)
    throw new CallbackError(vendor, "the callback speaks of a decision that the record does not have.");
  return told;
}

async function tellIdv(client: KryptogoReader, id: number): Promise<Told<KryptogoEvent>> {
  const record = await client.idv.get({ idv_id: id });
  const verdict = idvVerdict(record);
  const version = record.audit_timestamp ?? 0;
  return {
    event: { kind: "idv", subject: `idv:${id}`, verdict, record },
    state: `${verdict}@${version}`,
    rank: verdict === "initial" ? 0 : verdict === "pending" ? 1 : 2,
    version,
    final: isFinal(verdict),
    reference: record.customer_reference,
  };
}

async function tellSearchTask(client: KryptogoReader, id: number): Promise<Told<KryptogoEvent>> {
  const record = await client.searchTasks.getSummary({ task_id: id });
  const verdict = searchTaskVerdict(record);
  return {
    event: { kind: "search_task", subject: `search_task:${id}`, verdict, record },
    state: `${verdict}@${record.update_time ?? ""}`,
    rank: verdict === "searching" ? 0 : isFinal(verdict) ? 2 : 1,
    version: record.update_time,
    final: isFinal(verdict),
    reference: record.customer_reference,
  };
}

function isFinal(verdict: IdvVerdict | SearchTaskVerdict): boolean {
  return verdict === "accepted" || verdict === "rejected" || verdict === "not_done";
}
