import { riskBand, type Intents } from "@x/kryptogo";
import type { KryptogoEvent } from "@x/kryptogo/callbacks";
import type { Book } from "./book.ts";

/**
 * Writes down what a search came to. The record was read at the vendor: a callback, which nobody signs, only said where.
 *
 * It may come before the worker that ordered it has written its id down, or after that worker died: the customer's
 * reference on the record tells whose it is, and ends the intent that was left open.
 */
export async function write(
  { book, intents }: { readonly book: Book; readonly intents: Intents },
  event: KryptogoEvent,
): Promise<void> {
  if (event.kind !== "search_task" || event.verdict === "searching") return;
  const { task_id, customer_reference: reference, report } = event.record;
  if (typeof reference !== "string") return;
  const risk = report?.potential_risk ?? null;
  await book.found({
    task_id,
    reference,
    risk,
    band: riskBand(risk) ?? "unknown",
    sanctioned: report?.sanction_matched ?? null,
  });
  await intents.settle({ vendor: "KryptoGO", operations: ["createSearchTasks"], reference, ids: [task_id] });
}
