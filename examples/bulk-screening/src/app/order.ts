import { type IntentDoneError, isReconcilable, isSdkError, type NewSearchTask } from "@x/kryptogo";
import { UnrecoverableError } from "bullmq";
import type { Unsent } from "./book.ts";
import type { Desk } from "./desk.ts";

/** Which stored search setting the vendor uses. */
const searchSetting = 120;

/**
 * Orders the searches of a batch, each customer once, whoever else is at it and whoever died at it.
 *
 * The client claims each customer's reference in Redis before the first byte is sent. Somebody who comes later with the
 * same customers sends nothing, looks at what became of the earlier call, and goes on from there.
 */
export async function order(desk: Desk, customers: readonly number[]): Promise<void> {
  for (;;) {
    const rows = await desk.book.unsent(customers);
    if (rows.length === 0) return;
    const tasks = await Promise.all(rows.map(async (row) => await taskOf(desk, row)));
    try {
      await note(desk, rows, await desk.kryptogo.searchTasks.create({ tasks }));
    } catch (error) {
      if (isSdkError(error) && error.code === "intent_done") await noteDone(desk, error as IntentDoneError);
      else if (isReconcilable(error)) {
        // This may take the whole settle window. The job's lock is renewed meanwhile.
        const result = await error.reconcile({ settleMs: desk.settings.settleMs });
        if (result.status === "created" || result.status === "partly_created")
          await note(desk, rows, result.value as readonly ({ task_id: number } | undefined)[]);
        if (result.status === "unclear") throw new UnrecoverableError("the vendor's list does not say");
      } else throw error;
    }
  }
}

async function taskOf({ proof, settings }: Desk, { name, birthday, reference }: Unsent): Promise<NewSearchTask> {
  return {
    search_setting_id: searchSetting,
    target: { type: 1, name, birthday },
    customer_reference: reference,
    callback_url: `${settings.callbackUrl}/${await proof.segment(reference)}`,
  };
}

/** Answers stand in the order of the request. */
async function note(
  { book }: Desk,
  rows: readonly Unsent[],
  created: readonly ({ readonly task_id: number } | undefined)[],
): Promise<void> {
  const ordered = rows.flatMap(({ reference }, at) => {
    const task_id = created[at]?.task_id;
    return task_id === undefined ? [] : [{ reference, task_id }];
  });
  await book.ordered(ordered);
}

/** The worker that ordered these died before it wrote them down; what it had been told is in the intents. */
async function noteDone({ book }: Desk, { intents }: IntentDoneError): Promise<void> {
  const ordered = intents.map(({ reference, ids: [id] }) => ({ reference, task_id: Number(id) }));
  if (ordered.some(({ task_id }) => !Number.isSafeInteger(task_id)))
    throw new UnrecoverableError("a search was ordered and its id was never known");
  await book.ordered(ordered);
}
