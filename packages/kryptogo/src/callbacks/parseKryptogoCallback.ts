import { checkCallback, readCallback, type ShapeIssue } from "@x/core/callbacks";
import { idvDecisions, type IdvTask, idvTaskSchema } from "../models/idvTask.js";
import { type SearchTask, searchTaskDecisions, searchTaskSchema } from "../models/searchTask.js";

/** News of an identity verification. Unsigned: read the record before you act on it. */
export interface IdvCallback {
  readonly kind: "idv";
  /** What a waiting helper listens for, as `idv:12`. */
  readonly subject: `idv:${number}`;
  /** The record as it was sent. */
  readonly payload: IdvTask;
  /** Where the payload leaves its documented shape. */
  readonly drift: readonly ShapeIssue[];
}

/** News of a search task. Unsigned: read the task before you act on it. */
export interface SearchTaskCallback {
  readonly kind: "search_task";
  /** What a waiting helper listens for, as `search_task:123`. */
  readonly subject: `search_task:${number}`;
  /** The summary as it was sent. */
  readonly payload: SearchTask;
  /** Where the payload leaves its documented shape. */
  readonly drift: readonly ShapeIssue[];
}

/** A callback of no documented kind. Acknowledge it, and leave it alone. */
export interface UnknownCallback {
  readonly kind: "unknown";
  readonly subject?: undefined;
  readonly payload?: undefined;
  readonly drift: readonly ShapeIssue[];
  /** What was sent. A method, so that no log prints it. */
  readPayload(): unknown;
}

/** What KryptoGO sends to a callback URL. One URL may receive all kinds. */
export type KryptogoCallback = IdvCallback | SearchTaskCallback | UnknownCallback;

/**
 * Reads the body of a callback. It is proven by nothing in itself: KryptoGO signs no callback.
 *
 * @param body - The body, best as the text or bytes that arrived; an object that a framework parsed will do.
 * @returns The callback, told apart by `kind`.
 * @throws {@link CallbackError} when the body is no JSON object, or lacks or garbles what decides.
 *
 * @example
 * const callback = parseKryptogoCallback(await request.text());
 * if (callback.kind === "idv") waker.wake(callback.subject);
 */
export function parseKryptogoCallback(body: unknown): KryptogoCallback {
  const value = readCallback("KryptoGO", body, [...idvDecisions, ...searchTaskDecisions, "idv_task_id", "task_id"]);
  const isIdv = Object.hasOwn(value, "idv_task_id");
  // With both ids it is neither kind.
  if (isIdv === Object.hasOwn(value, "task_id")) return { kind: "unknown", drift: [], readPayload: () => value };
  if (isIdv) {
    const checked = checkCallback("KryptoGO", idvTaskSchema, value, idvDecisions);
    return { kind: "idv", subject: `idv:${Number(checked.payload.idv_task_id)}`, ...checked };
  }
  const checked = checkCallback("KryptoGO", searchTaskSchema, value, searchTaskDecisions);
  return { kind: "search_task", subject: `search_task:${checked.payload.task_id}`, ...checked };
}

/** Whether a callback is about an identity verification. */
export function isIdvCallback(callback: KryptogoCallback): callback is IdvCallback {
  return callback.kind === "idv";
}

/** Whether a callback is about a search task. */
export function isSearchTaskCallback(callback: KryptogoCallback): callback is SearchTaskCallback {
  return callback.kind === "search_task";
}
