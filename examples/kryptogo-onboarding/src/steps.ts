import { openPictures } from "./images.ts";
import type { Customer } from "./customers.ts";
import { fact, good, step } from "./terminal.ts";
import {
  isApiError,
  isOutcomeUnknown,
  idvRejectReasons,
  idvReviewReasons,
  type IdvTask,
  type KryptogoClient,
  type NewSearchTask,
  readAddressRisk,
  riskBand,
  type SearchTask,
  waitForIdv,
  waitForSearchTask,
  type Waker,
} from "@x/kryptogo";

/** What each step works with. */
export interface Desk {
  readonly kryptogo: KryptogoClient;
  readonly waker: Waker;
  /** Where callbacks go; absent for a vendor that cannot reach this machine. */
  readonly callbackUrl: string | undefined;
  readonly searchSetting: number;
  /** Asked before each billed step. */
  readonly mayBill: (what: string) => Promise<boolean>;
}

/** How risky an address is. */
export async function checkAddresses(desk: Desk, addresses: readonly string[]): Promise<void> {
  step("Address risk");
  for (const address of addresses) {
    if (!(await desk.mayBill("An address analysis"))) continue;
    const task = await desk.kryptogo.kya.create({ address });
    const risk = readAddressRisk(task);
    const most = Object.entries(risk?.signals ?? {}).toSorted(([, a], [, b]) => b - a)[0];
    fact(
      `${address.slice(0, 10)}…`,
      `risk ${risk?.risk_score ?? "?"} of 1, mostly ${most?.[0] ?? "unknown"} (kya_id ${task.kya_id})`,
    );
  }
}

/** Whether somebody is who they say they are. */
export async function verifyIdentity(desk: Desk, customer: Customer, folder: string): Promise<IdvTask | undefined> {
  step("Identity");
  if (!(await desk.mayBill("An identity verification"))) return undefined;
  const { id_back_image, ...pictures } = await openPictures(folder, customer.reference);
  const created = await desk.kryptogo.idv.create({
    country: customer.country,
    id_type: customer.id_type,
    ...pictures,
    ...(id_back_image === undefined ? {} : { id_back_image }),
    expected_name: customer.name,
    expected_birthday: customer.birthday,
    customer_reference: customer.reference,
    ...(desk.callbackUrl === undefined ? {} : { callback_url: desk.callbackUrl }),
  });
  fact(
    "sent",
    `${Math.round((pictures.id_image.size + pictures.face_image.size) / 1024)} KB of pictures as idv_task_id ${created.idv_task_id}`,
  );
  const { state, kind, value, reads } = await waitForIdv(
    desk.kryptogo,
    { idv_id: created.idv_task_id },
    { wake: desk.waker },
  );
  fact("automatic check", `${state} (${kind}) after ${reads} reads`);
  for (const { code } of value.review_reasons ?? [])
    fact("to review", idvReviewReasons[code as keyof typeof idvReviewReasons] ?? `code ${code}`);
  for (const { code } of value.reject_reasons ?? [])
    fact("rejected for", idvRejectReasons[code as keyof typeof idvRejectReasons] ?? `code ${code}`);
  return value;
}

/** Who the vendor's sources know. */
export async function searchAll(desk: Desk, customer: Customer): Promise<SearchTask[]> {
  step("Due diligence on three names");
  if (!(await desk.mayBill("Three searches"))) return [];
  const targets: NewSearchTask["target"][] = [
    { type: 1, name: customer.name, birthday: customer.birthday, citizenship: customer.citizenship },
    { type: 1, name: "Jane Sanctioned Example", birthday: "1970-01-31" },
    // The number that marks a company is not documented; any but 1.
    { type: 2, name: "Example Trading Ltd." },
  ];
  const tasks = targets.map((target, n) =>
    search(desk, target, `${customer.reference}-${n + 1}-${Date.now().toString(36)}`),
  );
  const created = await desk.kryptogo.searchTasks.create({ tasks });
  const done = await Promise.all(
    created.map(({ task_id }) => waitForSearchTask(desk.kryptogo, { task_id }, { wake: desk.waker })),
  );
  for (const { value } of done) {
    const risk = value.report?.potential_risk ?? undefined;
    const listed = value.report?.sanction_matched === true ? ", on a sanction list" : "";
    fact(
      `task ${value.task_id}`,
      `risk ${risk ?? "?"} (${(risk === undefined ? undefined : riskBand(risk)) ?? "unknown"})${listed}`,
    );
  }
  return done.map(({ value }) => value);
}

/** One search as this example makes it. */
function search(desk: Desk, target: NewSearchTask["target"], reference: string): NewSearchTask {
  const callback = desk.callbackUrl === undefined ? {} : { callback_url: desk.callbackUrl };
  return { search_setting_id: desk.searchSetting, target, customer_reference: reference, ...callback };
}

/** Everything that was ever searched, two at a time. */
export async function pageThrough(desk: Desk): Promise<number> {
  step("History");
  let tasks = 0;
  let pages = 0;
  for await (const page of desk.kryptogo.searchTasks.listAll({ page_size: 2 }).pages()) {
    pages++;
    tasks += page.length;
    if (tasks >= 100) break;
  }
  fact("read", `${tasks} tasks on ${pages} pages`);
  return tasks;
}

/** A decision is final: the second one is refused. Returns whether it was. */
export async function decideTwice(desk: Desk, task: SearchTask): Promise<boolean> {
  step("Decision");
  const comment = "No finding relates to the customer.";
  const decided = await desk.kryptogo.searchTasks.setAccepted({ task_id: task.task_id, accepted: true, comment });
  fact("recorded", `task ${decided.task_id} ${decided.accepted ? "accepted" : "rejected"}`);
  try {
    await desk.kryptogo.searchTasks.setAccepted({
      task_id: task.task_id,
      accepted: false,
      comment: "On second thought.",
    });
    return false;
  } catch (error) {
    if (!isApiError(error) || error.code !== "conflict") throw error;
    good(`the second decision was refused (${error.status}, ${error.code}, outcome ${error.outcome})`);
    return true;
  }
}

/** An answer that never comes: nothing is sent twice, and the record is found. Returns whether it was. */
export async function loseAnAnswer(desk: Desk, customer: Customer): Promise<boolean> {
  step("A billed call whose answer is lost");
  const task = search(desk, { type: 1, name: customer.name }, `${customer.reference}-lost-${Date.now().toString(36)}`);
  try {
    await desk.kryptogo.searchTasks.create({ tasks: [task] }, { timeout: 800 });
    return false;
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error;
    fact("failed", `${error.code}, sent ${error.attempts} time, because of ${(error.cause as { code?: string }).code}`);
    const reconciled = await error.reconcile();
    if (reconciled.status !== "created") return false;
    const [found] = reconciled.value as { task_id: number }[];
    good(`looked up by its reference: it was created as task ${found?.task_id}, and is not sent again`);
    return true;
  }
}
