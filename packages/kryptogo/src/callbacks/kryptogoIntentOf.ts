import type { IntentProof } from "@x/core";
import type { KryptogoCallback } from "./parseKryptogoCallback.js";

/**
 * What a callback says of a billed call, for `intents.settle`: that it was done, and under which id.
 *
 * Callbacks are unsigned: settle by one only after its record was read back. A search that KryptoGO starts by itself
 * carries the reference of its verification, so give searches and verifications different references.
 *
 * @param callback - What `parseKryptogoCallback` returned.
 * @returns The call, or undefined when the callback names no reference.
 *
 * @example
 * await intents.settle(kryptogoIntentOf(parseKryptogoCallback(body)));
 */
export function kryptogoIntentOf(callback: KryptogoCallback): IntentProof | undefined {
  const reference = callback.payload?.customer_reference;
  if (callback.kind === "unknown" || reference == null || reference === "") return undefined;
  const vendor = "KryptoGO";
  return callback.kind === "idv"
    ? {
        vendor,
        operations: ["createIdvTask", "initIdvWeb", "initIdvMobile"],
        reference,
        ids: [Number(callback.payload.idv_task_id)],
      }
    : { vendor, operations: ["createSearchTasks"], reference, ids: [callback.payload.task_id] };
}
