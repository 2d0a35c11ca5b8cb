import { thrown } from "./assert.js";
import { kryptogo } from "./clients.js";

/** One validated call from a page, and one whose answer has another shape. */
export async function page(lab) {
  const client = kryptogo(lab, undefined, { responseValidation: "strict" });
  const summary = await client.searchTasks.getSummary({ task_id: lab.there.task });
  const wrong = kryptogo(lab, lab.odd, { responseValidation: "strict" });
  const error = await thrown("another shape", () => wrong.searchTasks.getSummary({ task_id: 1 }));
  return { name: summary.target.name, code: error.code };
}
