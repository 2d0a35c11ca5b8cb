import { endpointsOf, type FakeFault, fakeFaults } from "@x/core/testing";
import { CallLog } from "./callLog.js";
import { uuids } from "./chances.js";
import { StageClock } from "./clock.js";
import type { DatedDeed } from "./deeds.js";
import { Journal } from "./journal.js";
import { type Deliver, post, Postroom } from "./postroom.js";
import { populate } from "./populate.js";
import { replay } from "./replay.js";
import type { BillLine, Call, CallbackFault, Desk, SentCallback, StageEvent, VendorName } from "./types.js";
import { callbackFacts, type Cast, castOf, type CastOptions, type StagedVendor } from "./vendors.js";

/** How a stage is set up. */
export interface StageOptions extends Omit<CastOptions, "uuid"> {
  /** Carries callbacks. Default POST by the runtime's fetch. */
  readonly deliver?: Deliver | undefined;
  /** Where its time begins, in milliseconds since 1970. Default now. */
  readonly startAt?: number | undefined;
  /** Number that random ids follow from. Default a random one. */
  readonly salt?: number | undefined;
  /** Told of everything that changes the stage; requests come whole, so that they can be done again. */
  readonly onDeed?: ((deed: DatedDeed) => void) | undefined;
}

/** The faults of callbacks, with what each does. */
export const callbackFaults: Readonly<Record<CallbackFault, string>> = {
  lost: "It never arrives; vendors that try again, do.",
  duplicate: "It arrives twice at once.",
  late: "It arrives a minute later, by the sandbox's time.",
};

/** The four vendors, what they were asked and what they sent, and everything that can be done to them. */
export class Stage {
  readonly clock: StageClock;
  readonly #options: StageOptions;
  readonly #journal: Journal;
  readonly #log = new CallLog((call) => this.#tell({ type: "call", call }));
  readonly #listeners = new Set<(event: StageEvent) => void>();
  /** What was on each bill before the application began. */
  readonly #unbilled = new Map<VendorName, number>();
  #postroom: Postroom;
  #cast: Cast;

  constructor(options: StageOptions = {}) {
    this.#options = options;
    this.clock = new StageClock(options.startAt);
    this.#journal = new Journal(this.clock, options.onDeed);
    [this.#postroom, this.#cast] = this.#begin();
    this.clock.onMove = () => {
      this.#journal.note({ deed: "time" });
      this.#tell({ type: "desk" });
    };
  }

  /** Calls that came, oldest first; the last thousand. */
  get calls(): readonly Call[] {
    return this.#log.calls;
  }

  /** Callbacks that were sent, or would have been. */
  get callbacks(): readonly SentCallback[] {
    return this.#postroom.sent;
  }

  /** Answers a request to a vendor; its path is what follows the vendor's base URL. */
  async answer(name: VendorName, request: Request, isEncrypted: boolean = false): Promise<Response> {
    const { fake, endpoints } = this.#vendor(name);
    const [endpoint] = endpointsOf(endpoints, request);
    const planned = fake.plannedFaults.find(({ operation }) => operation === endpoint?.name || operation === "*");
    const fault = endpoint === undefined ? undefined : planned?.fault;
    const changes = fault !== undefined || /create|replace/.test(endpoint?.effect ?? "");
    const note = changes ? this.#journal.ofRequest(name, request, isEncrypted) : async () => undefined;
    return await this.#log.watch({ vendor: name, endpoint, fault, at: this.clock.now() }, request, async () => {
      // The one whose answer never comes.
      if (fault === "stall-headers") await note();
      const response = await (isEncrypted ? this.#cast.argos.answerEncrypted : fake.answer)(request);
      // What was not let in changed nothing, and would be let in the next time.
      if (response.status !== 401 && response.status !== 403) await note();
      return response;
    });
  }

  /** Everything but calls and callbacks, as it stands. */
  desk(): Desk {
    const room = this.#postroom;
    return {
      vendors: this.#cast.vendors.map(({ name, title, fake, endpoints, forge }) => ({
        name,
        title,
        operations: Object.values(endpoints)
          .map(({ name: operation, cost, effect }) => ({ name: operation, cost, effect }))
          .toSorted((a, b) => a.name.localeCompare(b.name)),
        subjects: fake.subjects,
        beginnings: fake.beginnings,
        plannedFaults: fake.plannedFaults,
        callbackFaults: room.plannedFor(name),
        callbackUrl: room.urlOf(name),
        callbackKinds: Object.keys(forge),
      })),
      bill: this.bill(),
      clock: { now: this.clock.now(), isRunning: this.clock.isRunning },
    };
  }

  /** What was done and costs money, by vendor and operation. */
  bill(): BillLine[] {
    return this.#cast.vendors.flatMap(({ name: vendor, fake }) =>
      [...Map.groupBy(fake.billed.slice(this.#unbilled.get(vendor) ?? 0), ({ operation }) => operation)].map(
        ([operation, work]) => {
          const unit = work.find(({ price }) => price !== undefined)?.price?.unit;
          const amount = work.reduce((sum, { price }) => sum + (price?.amount ?? 0), 0);
          const line = { vendor, operation, units: work.length };
          return unit === undefined ? line : { ...line, price: { amount, unit } };
        },
      ),
    );
  }

  /** Makes one of a subject's actions happen. */
  act(vendor: VendorName, subject: string, action: string): void {
    this.#vendor(vendor).fake.act(subject, action);
    this.#journal.note({ deed: "act", vendor, subject, action });
    this.#tell({ type: "desk" });
  }

  /** Begins something that no request begins. Returns its subject. */
  begin(vendor: VendorName, beginning: string): string {
    const subject = this.#vendor(vendor).fake.begin(beginning);
    this.#journal.note({ deed: "begin", vendor, beginning });
    this.#tell({ type: "desk" });
    return subject;
  }

  /** Makes the next calls of an operation go wrong; `*` is any. */
  fail(vendor: VendorName, operation: string, fault: FakeFault, times: number = 1): void {
    const { fake, endpoints } = this.#vendor(vendor);
    if (operation !== "*" && !Object.values(endpoints).some(({ name }) => name === operation))
      throw new TypeError(`${vendor} has no operation of that name.`);
    if (!Object.hasOwn(fakeFaults, fault))
      throw new TypeError(`There is no such fault. There are: ${Object.keys(fakeFaults).join(", ")}.`);
    fake.fail(operation, fault, wholeNumber(times));
    this.#journal.note({ deed: "fail", vendor, operation, fault, times });
    this.#tell({ type: "desk" });
  }

  /** Makes a vendor's next callbacks go wrong on their way. */
  failCallbacks(vendor: VendorName, fault: CallbackFault, times: number = 1): void {
    this.#vendor(vendor);
    if (!Object.hasOwn(callbackFaults, fault))
      throw new TypeError(`There is no such fault. There are: ${Object.keys(callbackFaults).join(", ")}.`);
    this.#postroom.fail(vendor, fault, wholeNumber(times));
    this.#journal.note({ deed: "failCallbacks", vendor, fault, times });
    this.#tell({ type: "desk" });
  }

  /** Takes back a vendor's planned faults. */
  forgive(vendor: VendorName): void {
    this.#vendor(vendor).fake.forgive();
    this.#postroom.forgive(vendor);
    this.#journal.note({ deed: "forgive", vendor });
    this.#tell({ type: "desk" });
  }

  /** Sets where callbacks go whose request names no URL. */
  setCallbackUrl(vendor: VendorName, url: string | undefined): void {
    this.#vendor(vendor);
    this.#postroom.setUrl(vendor, url === "" ? undefined : url);
    this.#journal.note({ deed: "setCallbackUrl", vendor, url });
    this.#tell({ type: "desk" });
  }

  /** Sends a callback again. Returns the status of the answer. */
  async repeatCallback(id: number, url?: string): Promise<number> {
    return await this.#postroom.repeat(id, url === "" ? undefined : url);
  }

  /** Makes a callback up and sends it. Returns the status of the answer. */
  async sendCallback(vendor: VendorName, kind: string, url: string): Promise<number> {
    const { forge, callbackHeaders } = this.#vendor(vendor);
    const make = Object.hasOwn(forge, kind) ? forge[kind] : undefined;
    if (make === undefined)
      throw new TypeError(`There is no such callback. There are: ${Object.keys(forge).join("; ")}.`);
    return await this.#postroom.send(vendor, url, make(), callbackHeaders);
  }

  /** Ownership of a portal case. Its parties are the fake's own inventions. */
  orgChart(caseCommonId: number): unknown {
    return this.#cast.portal.orgChart(caseCommonId);
  }

  /** Adds made-up tasks, cases and submissions; the same seed makes the same ones. The bill begins after them. */
  async populate(seed: number): Promise<void> {
    this.#journal.note({ deed: "populate", seed });
    await this.#journal.quietly(async () => await populate(this.#cast, this.clock, seed));
    for (const { name, fake } of this.#cast.vendors) this.#unbilled.set(name, fake.billed.length);
    await this.idle();
    this.#postroom.forget();
    this.#tell({ type: "reset" });
  }

  /** Does again what was done on another stage. Callbacks are not sent again. */
  async replay(deeds: readonly DatedDeed[]): Promise<void> {
    await this.#journal.quietly(async () => await replay(this, () => this.#cast.vendors, deeds));
  }

  /** Begins anew: nothing of what was is left, except the time and where callbacks go. */
  reset(): void {
    const urls = this.#cast.vendors.map(({ name }) => [name, this.#postroom.urlOf(name)] as const);
    this.clock.clear();
    this.#log.clear();
    this.#unbilled.clear();
    [this.#postroom, this.#cast] = this.#begin();
    this.#journal.note({ deed: "reset" });
    for (const [vendor, url] of urls) if (url !== undefined) this.setCallbackUrl(vendor, url);
    this.#tell({ type: "reset" });
  }

  /** Waits until every callback under way has been answered. */
  async idle(): Promise<void> {
    await Promise.all(this.#cast.vendors.map(async ({ fake }) => await fake.idle()));
  }

  /** Tells of every change. Returns what ends it. */
  listen(listener: (event: StageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #begin(): [Postroom, Cast] {
    const { deliver = post, salt = Math.floor(Math.random() * 2 ** 32) } = this.#options;
    const once: Deliver = async (url, init) => (this.#journal.isQuiet ? 200 : await deliver(url, init));
    const postroom = new Postroom(this.clock, callbackFacts, once);
    postroom.onSent = (callback) => this.#tell({ type: "callback", callback });
    return [postroom, castOf(this.clock, postroom, { ...this.#options, uuid: uuids(salt) })];
  }

  #vendor(name: VendorName): StagedVendor {
    const found = this.#cast.vendors.find((one) => one.name === name);
    if (found !== undefined) return found;
    throw new TypeError(`There is no such vendor. There are: ${this.#cast.vendors.map((one) => one.name).join(", ")}.`);
  }

  #tell(event: StageEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function wholeNumber(times: number): number {
  if (Number.isSafeInteger(times) && times >= 1 && times <= 1000) return times;
  throw new TypeError("How often is a whole number from 1 to 1000.");
}
