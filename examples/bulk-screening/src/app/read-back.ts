import { isSdkError, type KryptogoClient, riskBand, searchTaskVerdict } from "@x/kryptogo";
import type { Book } from "./book.ts";

/**
 * Reads a task at the vendor and writes down what it came to. A callback only says where to look: it is not signed.
 *
 * @returns Whether the task had come to something.
 */
export async function readBack(kryptogo: KryptogoClient, book: Book, task_id: number): Promise<boolean> {
  const task = await kryptogo.searchTasks.getSummary({ task_id }).catch((error: unknown) => {
    // Whatever named this task, the vendor does not know it.
    if (isSdkError(error) && error.code === "not_found") return undefined;
    throw error;
  });
  if (task === undefined || typeof task.customer_reference !== "string") return false;
  if (searchTaskVerdict(task) === "searching") return false;
  const risk = task.report?.potential_risk ?? null;
  return await book.found({
    task_id,
    reference: task.customer_reference,
    risk,
    band: riskBand(risk) ?? "unknown",
    sanctioned: task.report?.sanction_matched ?? null,
  });
}
