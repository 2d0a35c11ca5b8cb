import { type Clock, FakeRefusal } from "@x/core/testing";
import type { NewSearchTask } from "../../endpoints/searchTasks/createSearchTasks.js";
import type { ListSearchTasksInput, SearchTaskPage } from "../../endpoints/searchTasks/listSearchTasks.js";
import type { SearchTask, SearchTaskMetadata } from "../../models/searchTask.js";
import type { FakeKryptogoOptions } from "./options.js";
import { findByName } from "./options.js";
import type { Postman } from "./postman.js";

/** What the desk keeps of a search and shows to nobody. */
interface Kept {
  readonly task: SearchTask;
  readonly callback: string | undefined;
  readonly fromIdv: number;
  readonly at: number;
}

/** Values that a search takes over from the identity verification it follows. */
export interface IdvOrigin {
  readonly birthday: string | undefined;
  readonly citizenship: string | undefined;
  readonly customer_reference: string | undefined;
  readonly callback_url: string | undefined;
}

/** The fake's due diligence: searches run by themselves, people decide. */
export class SearchDesk {
  readonly #kept = new Map<number, Kept>();
  readonly #clock: Clock;
  readonly #postman: Postman;
  readonly #options: FakeKryptogoOptions;
  #lastId = 100;

  constructor(clock: Clock, postman: Postman, options: FakeKryptogoOptions) {
    this.#clock = clock;
    this.#postman = postman;
    this.#options = options;
  }

  /** Starts a search. */
  create(wanted: NewSearchTask, origin: IdvOrigin | undefined): { task_id: number; timestamp: number } {
    const now = this.#seconds();
    const target = { ...wanted.target };
    if (origin?.birthday !== undefined) target["birthday"] = origin.birthday;
    if (origin?.citizenship !== undefined) target["citizenship"] = origin.citizenship;
    const task: SearchTask = {
      task_id: ++this.#lastId,
      search_setting: {
        mode: 1,
        time_range_year: 3,
        language: "lang_zh-TW",
        negative_words: ["貪污", "詐欺"],
        number_of_pages: 30,
      },
      target,
      customer_reference: origin?.customer_reference ?? wanted.customer_reference ?? "",
      progress: null,
      task_origin: 2,
      creation_time: now,
      update_time: now,
      audit_time: 0,
      report: null,
      metadata: [],
    };
    const callback = origin === undefined ? wanted.callback_url : origin.callback_url;
    this.#kept.set(task.task_id, { task, callback, fromIdv: wanted.from_idv_id ?? 0, at: this.#clock.now() });
    const takes = this.#options.searchMs ?? 400;
    // On a busy machine the later timer may come first.
    this.#clock.after(takes / 2, () => task.progress ?? this.#set(task.task_id, { progress: 50 }));
    this.#clock.after(takes, () => this.#finish(task.task_id));
    return { task_id: task.task_id, timestamp: now };
  }

  /** One task as the summary shows it. */
  summary(task_id: number): SearchTask {
    return structuredClone(this.#find(task_id).task);
  }

  /** One task as the detail shows it: flat, and its metadata as an object. */
  detail(task_id: number): Record<string, unknown> {
    const { task, callback, fromIdv } = this.#find(task_id);
    const report = task.report ?? {};
    const done = task.progress === 100;
    return {
      task_id,
      target: task.target,
      search_setting: task.search_setting,
      search_source: [0, 1, 2, 3, 4],
      callback_url: callback ?? "",
      customer_reference: task.customer_reference,
      result: {},
      sanction_matched: report.sanction_matched ?? false,
      completed_source: done ? 5 : 0,
      potential_risk: report.potential_risk ?? 0,
      audit_status: typeof report.accepted === "boolean" ? (report.accepted ? 1 : 2) : 0,
      comment: report.comment ?? "",
      audit_time: task.audit_time,
      auditor_employee_id: 321,
      auditor_employee_name: "Example Auditor",
      auditor_employee_account: "auditor@example.com",
      employee_id: 123,
      employee_name: "Example Officer",
      employee_account: "officer@example.com",
      creation_time: task.creation_time,
      update_time: task.update_time,
      completed_time: done ? task.update_time : 0,
      from_idv_id: fromIdv,
      comment_time: null,
      comment_employee_id: null,
      comment_employee_name: null,
      comment_employee_account: null,
      metadata: Object.fromEntries((task.metadata ?? []).map(({ key, value }) => [key, value])),
      comment_logs: [],
      aml_summarization: done ? "Nothing of note was found." : "",
      next_review_at: (task.creation_time ?? 0) + 183 * 86_400,
    };
  }

  /** One page, newest first. */
  list({ page_size, page_number, customer_reference }: ListSearchTasksInput): SearchTaskPage {
    const all = [...this.#kept.values()]
      .map(({ task }) => task)
      .filter((task) => customer_reference === undefined || task.customer_reference === customer_reference)
      .toReversed();
    const data = structuredClone(all.slice((page_number - 1) * page_size, page_number * page_size));
    return { data, paging: { page_number, page_size, total_count: all.length } };
  }

  /** Records a decision, once. */
  decide(task_id: number, accepted: boolean, comment: string): { task_id: number; comment: string; accepted: boolean } {
    const { task } = this.#find(task_id);
    if (task.audit_time) throw new FakeRefusal(409, { code: 40_900, message: "already accepted or rejected" });
    const report = { ...task.report, accepted, comment };
    this.#set(task_id, { report, audit_time: this.#seconds() });
    this.#tell(task_id);
    return { task_id, comment, accepted };
  }

  /** Replaces the metadata. Whether the vendor replaces or appends is not documented. */
  setMetadata(task_id: number, metadata: SearchTaskMetadata[]): { code: number } {
    this.#find(task_id);
    this.#set(task_id, { metadata });
    return { code: 0 };
  }

  /** Every task, with when it was made. */
  get all(): readonly { readonly task: SearchTask; readonly at: number }[] {
    return [...this.#kept.values()];
  }

  /** What a verification shows of a search that follows it. */
  asLink(task_id: number): { id: number; creation_timestamp: number; audit_status: number } {
    const { task } = this.#find(task_id);
    const accepted = task.report?.accepted;
    return {
      id: task_id,
      creation_timestamp: task.creation_time ?? 0,
      audit_status: typeof accepted === "boolean" ? (accepted ? 1 : 2) : 0,
    };
  }

  #finish(task_id: number): void {
    const { task } = this.#find(task_id);
    const finding = (this.#options.find ?? findByName)(task.target ?? { type: 1 });
    this.#set(task_id, { progress: 100, report: { ...finding, accepted: null, comment: "", ...task.report } });
    this.#tell(task_id);
  }

  #tell(task_id: number): void {
    const { task, callback } = this.#find(task_id);
    this.#postman.send(callback, `search_task:${task_id}`, task);
  }

  #set(task_id: number, change: Partial<SearchTask>): void {
    Object.assign(this.#find(task_id).task, change, { update_time: this.#seconds() });
  }

  #find(task_id: number): Kept {
    const kept = this.#kept.get(task_id);
    if (kept === undefined) throw new FakeRefusal(404, { code: 40_400, message: "no such task" });
    return kept;
  }

  #seconds(): number {
    return Math.floor(this.#clock.now() / 1000);
  }
}
