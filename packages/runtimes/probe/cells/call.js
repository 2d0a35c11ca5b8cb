import { isSdkError } from "@x/core";
import { isApiError, isInputError } from "@x/kryptogo";
import { equal, thrown } from "../assert.js";
import { kryptogo } from "../clients.js";

/** Validated calls to a vendor: values, and the two errors that everybody meets. */
export async function call(lab) {
  const client = kryptogo(lab);
  const [task] = await client.searchTasks.create({
    tasks: [{ search_setting_id: 1, target: { type: 1, name: "王又曾" }, customer_reference: "probe-1" }],
  });
  const summary = await client.searchTasks.getSummary({ task_id: task.task_id });
  equal("summary", [summary.task_id, summary.target.name], [task.task_id, "王又曾"]);
  const refused = await thrown("a task that is not there", () => client.searchTasks.getSummary({ task_id: 99999 }));
  equal("API error", [isApiError(refused), isSdkError(refused), refused.outcome], [true, true, "rejected"]);
  const wrong = await thrown("a wrong input", () => client.searchTasks.getSummary({ task_id: ".." }));
  equal("input error", [isInputError(wrong), wrong.outcome], [true, "not_sent"]);
}
