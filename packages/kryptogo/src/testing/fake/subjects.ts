import { deedOf, type FakeSubject } from "@x/core/testing";
import { idvVerdict, type IdvVerdict } from "../../helpers/idvVerdict.js";
import { searchTaskVerdict } from "../../helpers/searchTaskVerdict.js";
import type { IdvTask } from "../../models/idvTask.js";
import type { SearchTask } from "../../models/searchTask.js";
import type { IdvDesk } from "./idvDesk.js";
import type { KyaDesk } from "./kyaDesk.js";
import type { SearchDesk } from "./searchDesk.js";

type Deeds = Readonly<Record<string, () => void>>;

/** The desks that keep something. */
export interface KeepingDesks {
  readonly idvs: IdvDesk;
  readonly searches: SearchDesk;
  readonly kya: KyaDesk;
  /** The user uploads: it is charged as well. */
  readonly submit: (idv_task_id: number) => void;
}

const idvStates: Readonly<Record<IdvVerdict, string>> = {
  accepted: "accepted",
  rejected: "rejected",
  review: "a person has to decide",
  pending: "automatic check under way",
  initial: "waits for its user",
  not_done: "link ran out",
  unknown: "unknown",
};

/** Everything the desks keep, oldest first. */
export function subjectsOf(desks: KeepingDesks): FakeSubject[] {
  const { idvs, searches, kya } = desks;
  return [
    ...idvs.all.map(({ idv, at }) => ({
      subject: `idv:${idv.idv_task_id}`,
      kind: "identity verification",
      state: idvStates[idvVerdict(idv)] + (idv.audit_status === "Pending" ? "" : " by a person"),
      isSettled: idv.state !== 3,
      actions: Object.keys(idvDeeds(desks, idv)),
      createdAt: at,
    })),
    ...searches.all.map(({ task, at }) => ({
      subject: `search_task:${task.task_id}`,
      kind: "due diligence search",
      state: searchState(task),
      isSettled: task.progress === 100,
      actions: Object.keys(searchDeeds(desks, task)),
      createdAt: at,
    })),
    ...kya.all.map(({ kya_id, at }) => ({
      subject: `kya:${kya_id}`,
      kind: "address analysis",
      state: "done",
      isSettled: true,
      actions: [],
      createdAt: at,
    })),
  ].toSorted((a, b) => a.createdAt - b.createdAt);
}

/** Makes an action happen. */
export function actOn(desks: KeepingDesks, subject: string, action: string): void {
  const idv = desks.idvs.all.find((one) => subject === `idv:${one.idv.idv_task_id}`)?.idv;
  const task = desks.searches.all.find((one) => subject === `search_task:${one.task.task_id}`)?.task;
  const isKya = desks.kya.all.some((one) => subject === `kya:${one.kya_id}`);
  if (idv === undefined && task === undefined && !isKya) throw new TypeError("There is no such subject.");
  const deeds = idv === undefined ? (task === undefined ? {} : searchDeeds(desks, task)) : idvDeeds(desks, idv);
  deedOf(deeds, subject, action)();
}

function idvDeeds({ idvs, submit }: KeepingDesks, idv: IdvTask): Deeds {
  const id = Number(idv.idv_task_id);
  const verdict = idvVerdict(idv);
  if (verdict === "pending" || verdict === "not_done") return {};
  if (verdict === "initial") return { submit: () => submit(id), abandon: () => idvs.abandon(id) };
  return { accept: () => idvs.audit(id, "Accepted"), reject: () => idvs.audit(id, "Rejected") };
}

function searchDeeds({ searches }: KeepingDesks, task: SearchTask): Deeds {
  if (searchTaskVerdict(task) !== "undecided") return {};
  const decide = (accepted: boolean) => (): void =>
    void searches.decide(task.task_id, accepted, "Decided in the console.");
  return { accept: decide(true), reject: decide(false) };
}

function searchState(task: SearchTask): string {
  const verdict = searchTaskVerdict(task);
  if (verdict === "searching") return `searching, ${task.progress ?? 0} %`;
  return verdict === "undecided" ? "a person has to decide" : `${verdict} by a person`;
}
