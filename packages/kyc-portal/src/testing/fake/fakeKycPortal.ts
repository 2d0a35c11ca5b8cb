import {
  type BilledWork,
  type DrivableFake,
  type FakeFault,
  type FakeRequest,
  type FakeSubject,
  FakeVendor,
  type PlannedFault,
  realClock,
} from "@x/core/testing";
import * as endpoints from "../../endpoints/index.js";
import { CaseDesk } from "./caseDesk.js";
import type { FakeAlert } from "./fakeCase.js";
import { MonitoringDesk } from "./monitoringDesk.js";
import type { FakeKycPortalOptions } from "./options.js";
import { Postman, type SentWebhook } from "./postman.js";
import { refusalBody } from "./refusal.js";
import { RegistryDesk } from "./registryDesk.js";
import { orgChartOf } from "./structureOf.js";
import { actOn, subjectsOf } from "./subjects.js";
import { TokenDesk } from "./tokenDesk.js";
import { worksOf } from "./works.js";

/** Something that the fake portal charges for. */
export interface InvoiceLine {
  readonly operation: string;
  /** US dollars by the public price list; 0 where the price is not known. */
  readonly usd: number;
  readonly caseCommonId: number;
}

/**
 * The portal in memory: cases are built, billed, reviewed and monitored, webhooks are sent, faults happen when told to.
 *
 * Use {@link FakeKycPortal.fetch} as a client's `fetch`, {@link FakeKycPortal.answer} behind msw or a server. Its
 * credential is `test-client` and `test-secret` unless told otherwise.
 */
export class FakeKycPortal implements DrivableFake {
  /** Nothing begins here without a request of yours. */
  readonly beginnings: readonly string[] = [];
  /** Answers one request. */
  readonly answer: (request: Request) => Promise<Response>;
  /** The same as a `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** What was done and costs money, with its price. */
  readonly invoice: InvoiceLine[] = [];
  readonly #vendor: FakeVendor;
  readonly #postman: Postman;
  readonly #monitoring: MonitoringDesk;
  readonly #cases: CaseDesk;
  readonly #tokens: TokenDesk;

  constructor(options: FakeKycPortalOptions = {}) {
    const clock = options.clock ?? realClock;
    const tokens = new TokenDesk(clock, options);
    const postman = new Postman(clock, options.deliver);
    const cases = new CaseDesk(clock, postman, options);
    const registry = new RegistryDesk(clock, options);
    const bill = (operation: string, usd: number, caseCommonId: number): void => {
      this.invoice.push({ operation, usd, caseCommonId });
      this.#vendor.bill(operation, 1, usd === 0 ? undefined : { amount: usd, unit: "USD" });
    };
    const monitoring = new MonitoringDesk(clock, cases, (operation, one) =>
      bill(operation, registry.jurisdiction(one.country).usd, one.id),
    );
    if (options.webhookUrl !== undefined) postman.subscribe(options.webhookUrl, ["*"], true);
    this.#tokens = tokens;
    this.#cases = cases;
    this.#postman = postman;
    this.#monitoring = monitoring;
    this.#vendor = new FakeVendor({
      endpoints: endpoints as unknown as ConstructorParameters<typeof FakeVendor>[0]["endpoints"],
      clock,
      authorized: (request) => tokens.authorizes(request),
      refusalBody: (status, message) => refusalBody(clock, status, message),
      // The wire spells these otherwise than the caller; the works look at them themselves.
      unchecked: ({ encode, omits, adds, encoding }) =>
        [encode, omits, adds].some((one) => one !== undefined) || encoding === "multipart",
      work: worksOf({ clock, tokens, registry, cases, monitoring, postman, options, bill }),
    });
    this.answer = async (request) => await this.#vendor.answer(await tokens.asForm(request));
    this.fetch = async (input, init) => await this.#vendor.fetch(await tokens.asForm(new Request(input, init)));
  }

  /** Requests that came, in order; requests for tokens are among them. */
  get requests(): readonly FakeRequest[] {
    return this.#vendor.requests;
  }

  /** What was done and costs money, as other fakes tell it; {@link FakeKycPortal.invoice} says more. */
  get billed(): readonly BilledWork[] {
    return this.#vendor.billed;
  }

  /** Every case and where it stands, oldest first. */
  get subjects(): readonly FakeSubject[] {
    return subjectsOf({ cases: this.#cases, monitoring: this.#monitoring });
  }

  /** Faults that are planned and have not happened. */
  get plannedFaults(): readonly PlannedFault[] {
    return this.#vendor.planned;
  }

  /** Makes one of a subject's actions happen, as a reviewer or the monitoring does. */
  act(subject: string, action: string): void {
    actOn({ cases: this.#cases, monitoring: this.#monitoring }, subject, action);
  }

  /** Throws: nothing begins here without a request of yours. */
  begin(): never {
    throw new TypeError("The portal begins nothing by itself.");
  }

  /** Takes back every planned fault. */
  forgive(): void {
    this.#vendor.forgive();
  }

  /** The ownership of a company case, as `getCompanyOrgChart` answers it. */
  orgChart(caseCommonId: number): unknown {
    return orgChartOf(this.#cases.find(caseCommonId, "company"));
  }

  /** Tries to deliver webhooks. */
  get webhooks(): readonly SentWebhook[] {
    return this.#postman.sent;
  }

  /** Webhooks that were given up: after ten tries, or because their URL was blocked. */
  get droppedWebhooks(): Postman["dropped"] {
    return this.#postman.dropped;
  }

  /** Makes the next calls of an operation go wrong; `*` is any, `getToken` the token endpoint. */
  fail(operation: keyof typeof endpoints | "*", fault: FakeFault, times: number = 1): void {
    this.#vendor.fail(operation, fault, times);
  }

  /** Ends every token that was issued, as a revoked secret does. */
  revokeTokens(): void {
    this.#tokens.revoke();
  }

  /** Monitoring finds something on a case. Returns the alert's id. */
  raiseAlert(caseCommonId: number, kind: FakeAlert["kind"]): number {
    return this.#monitoring.raise(caseCommonId, kind);
  }

  /** A person finishes with the upload portal. */
  submitDocuments(caseCommonId: number): void {
    const one = this.#cases.find(caseCommonId);
    this.#cases.tell(one, "CaseRequestSubmitted", { email: "owner@example.com", phone: "" });
  }

  /** Waits until every webhook under way has been answered. */
  async idle(): Promise<void> {
    await this.#postman.idle();
  }
}
