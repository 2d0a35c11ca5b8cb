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
import type { CreateVerificationInput } from "../../endpoints/neighbours/createVerification.js";
import type { ListVaspsInput } from "../../endpoints/neighbours/listVasps.js";
import type { ListVerificationsInput } from "../../endpoints/neighbours/listVerifications.js";
import type { ReportErrorInput } from "../../endpoints/neighbours/reportError.js";
import type { ReportTransactionInput } from "../../endpoints/neighbours/reportTransaction.js";
import type { VerifyAccountInput } from "../../endpoints/neighbours/verifyAccount.js";
import * as endpoints from "../../endpoints/index.js";
import type { RequestChainalysisKytAssessmentInput } from "../../endpoints/kyt/requestChainalysisKytAssessment.js";
import { vaspList } from "./alliance.js";
import { KytDesk } from "./kytDesk.js";
import { type CallbackFault, Messenger, type SentCallback } from "./messenger.js";
import { answerByAddress, type FakeEnclaveOptions } from "./options.js";
import { screenSanctions, wcoResult } from "./screenings.js";
import { actOn, subjectsOf } from "./subjects.js";
import { type IncomingTransfer, ownVaspId, VerificationDesk } from "./verificationDesk.js";

/** What can go wrong behind the enclave. */
export type UpstreamFault =
  /** Nothing is done, and 408 comes after 5 s. */
  | "upstream-timeout"
  /** It is done, and 408 comes after 5 s all the same. */
  | "upstream-timeout-after-commit";

/**
 * An enclave in memory, with the other VASP and Chainalysis behind it: it agrees, assesses, bills, and calls back.
 *
 * Use {@link FakeEnclave.fetch} as a client's `fetch`, {@link FakeEnclave.answer} behind msw or a server; serve it with
 * `idleMs: 5000` to have idle connections closed as the enclave does.
 */
export class FakeEnclave implements DrivableFake {
  /** Transfers to you begin at another VASP, not by a request of yours. */
  readonly beginnings: readonly string[] = ["verification of a deposit"];
  /** Answers one request. */
  readonly answer: (request: Request) => Promise<Response>;
  /** The same as a `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** Whether Chainalysis and Refinitiv accept the enclave's own keys. */
  keysAccepted = true;
  readonly #vendor: FakeVendor;
  readonly #messenger: Messenger;
  readonly #verifications: VerificationDesk;
  readonly #kyt: KytDesk;
  readonly #options: FakeEnclaveOptions;
  readonly #upstream: UpstreamFault[] = [];

  constructor(options: FakeEnclaveOptions = {}) {
    const clock = options.clock ?? realClock;
    const { proxyHeader, basePath = "" } = options;
    this.#options = options;
    this.#messenger = new Messenger(clock, options);
    this.#verifications = new VerificationDesk(clock, this.#messenger, options);
    this.#kyt = new KytDesk(clock, this.#messenger, this.#verifications, options);
    this.#vendor = new FakeVendor({
      endpoints: endpoints as unknown as ConstructorParameters<typeof FakeVendor>[0]["endpoints"],
      clock,
      basePath,
      authorized: ({ headers }) => proxyHeader === undefined || headers.get(proxyHeader[0]) === proxyHeader[1],
      refusalBody: (_, message) =>
        /^invalid at (?:.*\b)?verificationUuid\b/.test(message)
          ? { code: "MISSING-VERIFICATION-UUID", message: "`verificationUuid` is required." }
          : { code: "BAD-REQUEST", message },
      work: this.#work(),
    });
    this.answer = this.#vendor.answer;
    this.fetch = this.#vendor.fetch;
  }

  /** Requests that came, in order. */
  get requests(): readonly FakeRequest[] {
    return this.#vendor.requests;
  }

  /** What was done and costs money: the invoice of Chainalysis and Refinitiv. */
  get billed(): readonly BilledWork[] {
    return this.#vendor.billed;
  }

  /** Callbacks that were sent or lost. */
  get callbacks(): readonly SentCallback[] {
    return this.#messenger.sent;
  }

  /** Every verification and where it stands, oldest first. */
  get subjects(): readonly FakeSubject[] {
    return subjectsOf(this.#verifications);
  }

  /** Faults that are planned and have not happened. */
  get plannedFaults(): readonly PlannedFault[] {
    return this.#vendor.planned;
  }

  /** Makes one of a subject's actions happen, as the other VASP does. */
  act(subject: string, action: string): void {
    actOn(this.#verifications, subject, action);
  }

  /** Another VASP agrees with yours on a transfer to you. Returns the subject. */
  begin(beginning: string): string {
    if (!this.beginnings.includes(beginning)) throw new TypeError("Other VASPs begin verifications of deposits only.");
    return `verification:${this.receiveVerification()}`;
  }

  /** Takes back every planned fault. */
  forgive(): void {
    this.#vendor.forgive();
  }

  /** Makes the next calls of an operation go wrong; `*` is any. */
  fail(operation: keyof typeof endpoints | "*", fault: FakeFault, times: number = 1): void {
    this.#vendor.fail(operation, fault, times);
  }

  /** Makes the next assessments go wrong behind the enclave. */
  failUpstream(fault: UpstreamFault, times: number = 1): void {
    for (let n = 0; n < times; n++) this.#upstream.push(fault);
  }

  /** Makes the next callbacks go wrong. */
  failCallbacks(fault: CallbackFault, times: number = 1): void {
    this.#messenger.fail(fault, times);
  }

  /** Another VASP agreed with yours on a transfer to you. Returns the verification. */
  receiveVerification(transfer: IncomingTransfer = {}): string {
    return this.#verifications.receive(transfer);
  }

  /** The other VASP sent, and reports its transaction. */
  receiveTxReport(verificationUuid: string, txHash: string, vout?: string): void {
    this.#verifications.receiveTxReport(verificationUuid, txHash, vout);
  }

  /** The other VASP gives its transfer up. */
  receiveErrorReport(verificationUuid: string, reason: string = "BLACKLISTED"): void {
    this.#verifications.receiveErrorReport(verificationUuid, reason);
  }

  /** Waits until every callback under way has been answered. */
  async idle(): Promise<void> {
    await this.#messenger.idle();
  }

  #work(): Record<keyof typeof endpoints, (input: never) => unknown> {
    const desk = this.#verifications;
    return {
      checkHealth: () => ({}),
      getOwnVaspId: () => ({ vaspId: this.#options.vaspId ?? ownVaspId }),
      listVasps: ({ protocol = "ALL" }: ListVaspsInput) => vaspList(protocol),
      verifyAccount: ({ payload }: VerifyAccountInput) => {
        const answer = this.#options.answer ?? answerByAddress;
        const { result, reason } = answer(payload.ivms101.beneficiary.accountNumber?.[0] ?? "");
        const denial = result === "VERIFIED" ? {} : { reason };
        return { accountVerificationResult: result, ...denial, verifiedAt: this.#now() };
      },
      createVerification: (input: CreateVerificationInput) => desk.create(input),
      listVerifications: (input: ListVerificationsInput) => desk.list(input),
      getVerification: ({ uuid }: { uuid: string }) => structuredClone(desk.find(uuid).record),
      reportTransaction: (input: ReportTransactionInput) => desk.reportTransaction(input),
      reportError: (input: ReportErrorInput) => desk.reportError(input),
      inquireTransaction: ({ verificationUuid }: { verificationUuid: string }) => desk.inquire(verificationUuid),
      requestChainalysisKytAssessment: async (input: RequestChainalysisKytAssessmentInput) =>
        await this.#behind(() => {
          this.#needKey(403, "AccessDenied");
          const registered = this.#kyt.request(input);
          this.#vendor.bill("requestChainalysisKytAssessment");
          return registered;
        }),
      screenChainalysisSanction: ({ verificationUuid }: { verificationUuid: string }) => {
        this.#needKey(401, "Invalid API Key");
        return screenSanctions(desk.find(verificationUuid), this.#uuid(), this.#now());
      },
      requestRefinitivWcoAssessment: ({ verificationUuid }: { verificationUuid: string }) => {
        this.#needKey(401, "Invalid API Key");
        const data = wcoResult(desk.find(verificationUuid), this.#vendor.clock.now());
        this.#vendor.bill("requestRefinitivWcoAssessment");
        this.#vendor.clock.after(this.#options.assessmentMs ?? 300, () =>
          this.#messenger.send("REFINITIV_WCO_RESULT", data),
        );
        return { requestId: this.#uuid() };
      },
    };
  }

  async #behind<T>(work: () => T): Promise<T> {
    const fault = this.#upstream.shift();
    if (fault === undefined) return work();
    if (fault === "upstream-timeout-after-commit") work();
    await new Promise<void>((resolve) => this.#vendor.clock.after(5000, resolve));
    throw new FakeRefusal(408, { code: "REQUEST-TIMEOUT", message: "timeout of 5000ms exceeded" });
  }

  #needKey(status: number, message: string): void {
    if (!this.keysAccepted) throw new FakeRefusal(status, { code: "UNKNOWN-ERROR-CODE", message });
  }

  #uuid(): string {
    return this.#options.uuid?.() ?? crypto.randomUUID();
  }

  #now(): string {
    return new Date(this.#vendor.clock.now()).toISOString();
  }
}
