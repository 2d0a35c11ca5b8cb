import { parseKryptogoCallback } from "../callbacks/index.js";
import type { IdvTask } from "../models/idvTask.js";
import type { SearchTask } from "../models/searchTask.js";
import { getIdvTaskFixture } from "./fixtures/getIdvTask.js";
import { getSearchTaskSummaryFixture } from "./fixtures/getSearchTaskSummary.js";

/** A callback as KryptoGO would send it. */
export interface ForgedCallback<Payload> {
  /** JSON text, as it goes over the wire. */
  readonly body: string;
  /** The same, parsed. */
  readonly payload: Payload;
}

/**
 * Makes an IDV callback of an accepted verification.
 *
 * @param overrides - Fields to say otherwise; `undefined` leaves one out.
 * @returns Text and payload.
 * @throws `CallbackError` when the overrides make what KryptoGO would not send.
 *
 * @example
 * const { body } = forgeIdvCallback({ idv_task_id: 7, state: 1, audit_status: "Pending" });
 */
export function forgeIdvCallback(overrides: Partial<IdvTask> = {}): ForgedCallback<IdvTask> {
  const agreeing = { ...getIdvTaskFixture.output, review_reasons: [], reject_reasons: [] };
  const body = JSON.stringify({ ...agreeing, ...overrides });
  const callback = parseKryptogoCallback(body);
  if (callback.kind !== "idv") throw new TypeError("An IDV callback needs an idv_task_id.");
  return { body, payload: callback.payload };
}

/**
 * Makes a search-task callback of an accepted target.
 *
 * @param overrides - Fields to say otherwise; `undefined` leaves one out.
 * @returns Text and payload.
 * @throws `CallbackError` when the overrides make what KryptoGO would not send.
 *
 * @example
 * const { body } = forgeSearchTaskCallback({ task_id: 7, audit_time: 0, report: { potential_risk: 80 } });
 */
export function forgeSearchTaskCallback(overrides: Partial<SearchTask> = {}): ForgedCallback<SearchTask> {
  const body = JSON.stringify({ ...getSearchTaskSummaryFixture.output, ...overrides });
  const callback = parseKryptogoCallback(body);
  if (callback.kind !== "search_task") throw new TypeError("A search-task callback needs a task_id.");
  return { body, payload: callback.payload };
}
