import {
  type BilledWork,
  type DrivableFake,
  type FakeFault,
  FakeRefusal,
  type FakeRequest,
  type FakeSubject,
  FakeVendor,
  type PlannedFault,
  realClock,
} from "@x/core/testing";
import type { CreateSearchTasksInput } from "../../endpoints/searchTasks/createSearchTasks.js";
import type { ListSearchTasksInput } from "../../endpoints/searchTasks/listSearchTasks.js";
import type { SearchTaskMetadata } from "../../models/searchTask.js";
import * as endpoints from "../../endpoints/index.js";
import { IdvDesk, type OpenedIdv } from "./idvDesk.js";
import { KyaDesk } from "./kyaDesk.js";
import { type FakeKryptogoOptions, prices } from "./options.js";
import { type CallbackFault, Postman, type SentCallback } from "./postman.js";
import { SearchDesk } from "./searchDesk.js";
import { actOn, type KeepingDesks, subjectsOf } from "./subjects.js";

/**
 * KryptoGO in memory: checks run, points are charged, callbacks are sent, faults happen when told to.
 *
 * Use {@link FakeKryptogo.fetch} as a client's `fetch`, {@link FakeKryptogo.answer} behind msw or a server.
 */
export class FakeKryptogo implements DrivableFake {
  /** Nothing begins here without a request of yours. */
  readonly beginnings: readonly string[] = [];
  /** Answers one request. */
  readonly answer: (request: Request) => Promise<Response>;
  /** The same as a `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  readonly #vendor: FakeVendor;
  readonly #postman: Postman;
  readonly #searches: SearchDesk;
  readonly #idvs: IdvDesk;
  readonly #kya: KyaDesk;
  #points: number;

  constructor(options: FakeKryptogoOptions = {}) {
    const clock = options.clock ?? realClock;
    const apiKey = options.apiKey ?? "test-token";
    this.#points = options.points ?? 10_000;
    this.#postman = new Postman(clock, options);
    this.#searches = new SearchDesk(clock, this.#postman, options);
    this.#idvs = new IdvDesk(clock, this.#postman, this.#searches, options);
    this.#kya = new KyaDesk(clock);
    this.#vendor = new FakeVendor({
      endpoints: endpoints as unknown as ConstructorParameters<typeof FakeVendor>[0]["endpoints"],
      clock,
      authorized: (request) => request.headers.get("GOFACT-API-TOKEN") === apiKey,
      refusalBody: (status, message) => ({ code: status * 100, message }),
      work: this.#work(),
    });
    this.answer = this.#vendor.answer;
    this.fetch = this.#vendor.fetch;
  }

  /** Requests that came, in order. */
  get requests(): readonly FakeRequest[] {
    return this.#vendor.requests;
  }

  /** What was done and costs money: the invoice. */
  get billed(): readonly BilledWork[] {
    return this.#vendor.billed;
  }

  /** Callbacks that were sent or lost. */
  get callbacks(): readonly SentCallback[] {
    return this.#postman.sent;
  }

  /** Points left on the account. */
  get points(): number {
    return this.#points;
  }

  /** Every verification, search and address analysis, oldest first. */
  get subjects(): readonly FakeSubject[] {
    return subjectsOf(this.#keeping());
  }

  /** Faults that are planned and have not happened. */
  get plannedFaults(): readonly PlannedFault[] {
    return this.#vendor.planned;
  }

  /** Makes one of a subject's actions happen, as a user or a person in the console does. */
  act(subject: string, action: string): void {
    actOn(this.#keeping(), subject, action);
  }

  /** Throws: nothing begins here without a request of yours. */
  begin(): never {
    throw new TypeError("KryptoGO begins nothing by itself.");
  }

  /** Takes back every planned fault. */
  forgive(): void {
    this.#vendor.forgive();
  }

  /** Makes the next calls of an operation go wrong; `*` is any. */
  fail(operation: keyof typeof endpoints | "*", fault: FakeFault, times: number = 1): void {
    this.#vendor.fail(operation, fault, times);
  }

  /** Makes the next callbacks go wrong. */
  failCallbacks(fault: CallbackFault, times: number = 1): void {
    this.#postman.fail(fault, times);
  }

  /** The user uploads on the hosted page or in the app. */
  submit(idv_task_id: number): void {
    this.#charge("initIdv");
    this.#idvs.submit(idv_task_id);
  }

  /** The user never comes: the link runs out. */
  abandon(idv_task_id: number): void {
    this.#idvs.abandon(idv_task_id);
  }

  /** A person decides on an identity in the console. */
  audit(idv_task_id: number, decision: "Accepted" | "Rejected"): void {
    this.#idvs.audit(idv_task_id, decision);
  }

  /** A person decides on a search in the console. */
  decide(task_id: number, accepted: boolean, comment: string): void {
    this.#searches.decide(task_id, accepted, comment);
  }

  /** Waits until every callback under way has been answered. */
  async idle(): Promise<void> {
    await this.#postman.idle();
  }

  #work(): Record<keyof typeof endpoints, (input: never) => unknown> {
    return {
      getAddressRisk: (input: { symbol: string; address: string }) => {
        this.#charge("getAddressRisk");
        return this.#kya.risk(input.address);
      },
      createKyaTask: (input: { address: string; chain?: string }) => {
        this.#charge("createKyaTask");
        return this.#kya.create(input.address);
      },
      getKyaTask: (input: { kya_id: number }) => this.#kya.read(input.kya_id),
      createSearchTasks: ({ tasks }: CreateSearchTasksInput) => {
        this.#charge("createSearchTasks", tasks.length);
        return tasks.map((task) => {
          const from = task.from_idv_id ?? 0;
          const created = this.#searches.create(task, from === 0 ? undefined : this.#idvs.origin(from));
          if (from !== 0) this.#idvs.link(from, created.task_id);
          return created;
        });
      },
      listSearchTasks: (input: ListSearchTasksInput) => this.#searches.list(input),
      getSearchTaskSummary: (input: { task_id: number }) => this.#searches.summary(input.task_id),
      getSearchTaskDetail: (input: { task_id: number }) => this.#searches.detail(input.task_id),
      setSearchTaskAccepted: (input: { task_id: number; accepted: boolean; comment: string }) =>
        this.#searches.decide(input.task_id, input.accepted, input.comment),
      setSearchTaskMetadata: (input: { task_id: number; metadata: SearchTaskMetadata[] }) =>
        this.#searches.setMetadata(input.task_id, input.metadata),
      createIdvTask: (input: OpenedIdv) => {
        this.#charge("createIdvTask");
        const idv_task_id = this.#idvs.open(input);
        this.#idvs.submit(idv_task_id);
        return { idv_task_id, timestamp: this.#seconds() };
      },
      initIdvWeb: (input: OpenedIdv) => {
        this.#needPoints();
        const idv_task_id = this.#idvs.open(input);
        const timestamp = new Date(this.#vendor.clock.now()).toISOString().replace(/\.\d+Z$/, "Z");
        return { idv_task_id, url: `https://idv.example.com/${idv_task_id}`, timestamp };
      },
      initIdvMobile: (input: OpenedIdv) => {
        this.#needPoints();
        const idv_task_id = this.#idvs.open({ ...input, id_type: "ID_CARD" });
        return { idv_task_id, sdk_token: `fake-sdk-token-${idv_task_id}`, timestamp: this.#seconds() };
      },
      getIdvTask: (input: { idv_id: number }) => this.#idvs.read(input.idv_id),
    };
  }

  #charge(operation: keyof typeof prices, units: number = 1): void {
    const points = prices[operation] * units;
    if (this.#points < points) throw new FakeRefusal(400, { code: 40_001, message: "not enough points" });
    this.#points -= points;
    this.#vendor.bill(operation, units, { amount: prices[operation], unit: "invented points" });
  }

  #keeping(): KeepingDesks {
    const [idvs, searches, kya] = [this.#idvs, this.#searches, this.#kya];
    return { idvs, searches, kya, submit: (idv_task_id) => this.submit(idv_task_id) };
  }

  /** Links are refused unless more than 500 points are left. */
  #needPoints(): void {
    if (this.#points <= 500) throw new FakeRefusal(400, { code: 40_001, message: "not enough points" });
  }

  #seconds(): number {
    return Math.floor(this.#vendor.clock.now() / 1000);
  }
}
