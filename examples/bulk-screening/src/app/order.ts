import { setTimeout as sleep } from "node:timers/promises";
import type { Unsent } from "./book.ts";
import type { Desk } from "./desk.ts";

// Stand-in until intents are there.
export async function order(desk: Desk, customers: readonly number[]): Promise<void> {
  const rows = await desk.book.unsent(customers);
  const [first] = rows;
  if (first === undefined) return;
  const key = `order:${first.reference}:${rows.length}`;
  const fresh = await desk.store.putIfAbsent(key, String(Date.now()), 86_400_000);
  if (!fresh) {
    const startedAt = Number(await desk.store.get(key));
    const found = await lookUp(desk, rows);
    if (found.length > 0) return await desk.book.ordered(found);
    const left = startedAt + desk.settings.settleMs - Date.now();
    if (left > 0) {
      await sleep(Math.min(left, 1000));
      throw new Error("not settled yet");
    }
  }
  const created = await desk.kryptogo.searchTasks.create({
    tasks: rows.map(({ name, birthday, reference }) => ({
      search_setting_id: 120,
      target: { type: 1 as const, name, birthday },
      customer_reference: reference,
      callback_url: desk.settings.callbackUrl,
    })),
  });
  await desk.book.ordered(created.map(({ task_id }, at) => ({ task_id, reference: rows[at]?.reference ?? "" })));
}

async function lookUp(desk: Desk, rows: readonly Unsent[]): Promise<{ reference: string; task_id: number }[]> {
  const found: { reference: string; task_id: number }[] = [];
  for (const { reference } of rows)
    for await (const task of desk.kryptogo.searchTasks.listAll({ customer_reference: reference, page_size: 10, page_number: 1 }))
      found.push({ reference, task_id: task.task_id });
  return found;
}
