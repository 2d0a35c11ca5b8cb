import { type Clock, FakeRefusal } from "@x/core/testing";
import { idvRejectReasons } from "../../codes/idvRejectReasons.js";
import { idvReviewReasons } from "../../codes/idvReviewReasons.js";
import type { IdvTask } from "../../models/idvTask.js";
import { type FakeKryptogoOptions, verifyByName } from "./options.js";
import type { Postman } from "./postman.js";
import type { SearchDesk } from "./searchDesk.js";

/** What the three ways to open a verification have in common. */
export interface OpenedIdv {
  readonly country?: string | undefined;
  readonly id_type?: string | undefined;
  readonly expected_name?: string | undefined;
  readonly expected_birthday?: string | undefined;
  readonly expected_id_number?: string | undefined;
  readonly expected_issuing_date?: string | undefined;
  readonly expected_expiry_date?: string | undefined;
  readonly expected_gender?: string | undefined;
  readonly customer_reference?: string | undefined;
  readonly callback_url?: string | undefined;
  readonly auto_create_dd_task?: boolean | undefined;
  readonly dd_task_callback_url?: string | undefined;
  readonly dd_task_search_setting_id?: number | undefined;
}

interface Kept {
  readonly idv: IdvTask;
  readonly opened: OpenedIdv;
  readonly searches: number[];
  readonly at: number;
}

/** The fake's identity verification: the automatic check runs by itself, users and people act when told to. */
export class IdvDesk {
  readonly #kept = new Map<number, Kept>();
  readonly #clock: Clock;
  readonly #postman: Postman;
  readonly #searches: SearchDesk;
  readonly #options: FakeKryptogoOptions;
  #lastId = 10;

  constructor(clock: Clock, postman: Postman, searches: SearchDesk, options: FakeKryptogoOptions) {
    this.#clock = clock;
    this.#postman = postman;
    this.#searches = searches;
    this.#options = options;
  }

  /** Opens a verification that waits for its user. */
  open(opened: OpenedIdv): number {
    const idv_task_id = ++this.#lastId;
    this.#kept.set(idv_task_id, { idv: blank(idv_task_id, opened), opened, searches: [], at: this.#clock.now() });
    return idv_task_id;
  }

  /** The pictures are there: the automatic check begins. */
  submit(idv_task_id: number): void {
    this.#set(idv_task_id, { state: 3 });
    this.#clock.after(this.#options.verificationMs ?? 600, () => this.#check(idv_task_id));
  }

  /** The user never came: the link runs out and no verification takes place. */
  abandon(idv_task_id: number): void {
    this.#set(idv_task_id, { state: 4, reject_reasons: [{ code: 702, description: "No ID Uploaded" }] });
    this.#tell(idv_task_id);
  }

  /** A person decides in the console. */
  audit(idv_task_id: number, audit_status: "Accepted" | "Rejected"): void {
    const audit_timestamp = Math.floor(this.#clock.now() / 1000);
    this.#set(idv_task_id, { audit_status, audit_timestamp, auditor_employee_account: "auditor@example.com" });
    this.#tell(idv_task_id);
  }

  /** What is read and what callbacks carry. */
  read(idv_task_id: number): IdvTask {
    const { idv, searches } = this.#find(idv_task_id);
    return { ...structuredClone(idv), dd_tasks: searches.map((task_id) => this.#searches.asLink(task_id)) };
  }

  /** Every verification, with when it was opened. */
  get all(): readonly { readonly idv: IdvTask; readonly at: number }[] {
    return [...this.#kept.values()];
  }

  /** What a search takes over that follows a verification. */
  origin(idv_task_id: number): {
    birthday: string | undefined;
    citizenship: string | undefined;
    customer_reference: string | undefined;
    callback_url: string | undefined;
  } {
    const { idv, opened } = this.#find(idv_task_id);
    return {
      birthday: idv.birthday ?? opened.expected_birthday,
      citizenship: opened.country,
      customer_reference: opened.customer_reference,
      callback_url: opened.callback_url,
    };
  }

  /** Notes a search that was made from the console or the API for a verification. */
  link(idv_task_id: number, task_id: number): void {
    this.#find(idv_task_id).searches.push(task_id);
  }

  #check(idv_task_id: number): void {
    const { opened, searches } = this.#find(idv_task_id);
    const { state, codes } = (this.#options.verify ?? verifyByName)(opened);
    const texts: Readonly<Record<number, string>> = state === 1 ? idvReviewReasons : idvRejectReasons;
    const reasons = codes.map((code) => ({ code, description: texts[code] ?? "" }));
    this.#set(idv_task_id, {
      ...recognised(opened),
      state,
      [state === 1 ? "review_reasons" : "reject_reasons"]: reasons,
    });
    if (state === 0 && opened.auto_create_dd_task === true) {
      const { task_id } = this.#searches.create(
        {
          search_setting_id: opened.dd_task_search_setting_id ?? 1,
          target: { type: 1, name: opened.expected_name ?? "王又曾" },
          from_idv_id: idv_task_id,
        },
        { ...this.origin(idv_task_id), callback_url: opened.dd_task_callback_url },
      );
      searches.push(task_id);
      this.#set(idv_task_id, { created_search_task_id: task_id });
    }
    this.#tell(idv_task_id);
  }

  #tell(idv_task_id: number): void {
    this.#postman.send(this.#find(idv_task_id).opened.callback_url, `idv:${idv_task_id}`, this.read(idv_task_id));
  }

  #set(idv_task_id: number, change: Partial<IdvTask>): void {
    Object.assign(this.#find(idv_task_id).idv, change);
  }

  #find(idv_task_id: number): Kept {
    return this.#kept.get(idv_task_id) ?? this.#missing();
  }

  #missing(): never {
    throw new FakeRefusal(404, { code: 40_400, message: "no such task" });
  }
}

function blank(idv_task_id: number, opened: OpenedIdv): IdvTask {
  const { country = "TWN", id_type = "ID_CARD" } = opened;
  return {
    idv_task_id,
    country,
    id_type,
    id_sub_type:
      id_type === "PASSPORT" ? "E_PASSPORT" : id_type === "ID_CARD" ? "NATIONAL_ID" : "REGULAR_DRIVING_LICENSE",
    expected_name: opened.expected_name ?? "",
    expected_birthday: opened.expected_birthday ?? "",
    expected_id_number: opened.expected_id_number ?? "",
    expected_country: country,
    expected_issuing_date: opened.expected_issuing_date ?? "",
    expected_expiry_date: opened.expected_expiry_date ?? "",
    expected_gender: opened.expected_gender ?? "",
    customer_reference: opened.customer_reference ?? "",
    first_name: null,
    last_name: null,
    full_name: null,
    birthday: null,
    id_number: null,
    issuing_date: null,
    expiry_date: null,
    gender: null,
    state: 4,
    review_reasons: [],
    reject_reasons: [],
    created_search_task_id: null,
    audit_status: "Pending",
    audit_timestamp: null,
    auditor_employee_account: null,
    dd_tasks: [],
  };
}

/** What the check reads off the document: what was expected, or a document of nobody. */
function recognised(opened: OpenedIdv): Partial<IdvTask> {
  const full_name = opened.expected_name ?? "王又曾";
  return {
    full_name,
    last_name: full_name.slice(0, 1),
    first_name: full_name.slice(1),
    birthday: opened.expected_birthday ?? "1990-06-21",
    id_number: opened.expected_id_number ?? "A123456789",
    issuing_date: opened.expected_issuing_date ?? "2020-03-10",
    expiry_date: opened.expected_expiry_date ?? "2030-03-10",
    gender: opened.expected_gender ?? "M",
  };
}
