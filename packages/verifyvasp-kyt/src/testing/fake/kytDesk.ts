import { type Clock, FakeRefusal } from "@x/core/testing";
import type { AlertLevel } from "../../codes/alertLevels.js";
import type { RequestChainalysisKytAssessmentInput } from "../../endpoints/kyt/requestChainalysisKytAssessment.js";
import { kytRule } from "../../helpers/kytRule.js";
import type { ChainalysisKyt, ChainalysisKytAlert } from "../../models/kytAssessment.js";
import type { Messenger } from "./messenger.js";
import { type FakeEnclaveOptions, findByAddress } from "./options.js";
import type { KeptVerification, VerificationDesk } from "./verificationDesk.js";

/** The fake's KYT: registers, assesses by itself, and tells the result by callback alone. */
export class KytDesk {
  readonly #clock: Clock;
  readonly #messenger: Messenger;
  readonly #verifications: VerificationDesk;
  readonly #options: FakeEnclaveOptions;

  constructor(clock: Clock, messenger: Messenger, verifications: VerificationDesk, options: FakeEnclaveOptions) {
    this.#clock = clock;
    this.#messenger = messenger;
    this.#verifications = verifications;
    this.#options = options;
  }

  /** Registers one assessment: which one, the enclave decides. */
  request({ verificationUuid, network }: RequestChainalysisKytAssessmentInput): { requestId: string } {
    const kept = this.#verifications.find(verificationUuid, "NOT-FOUND-VERIFICATION");
    const reported = typeof kept.record.txHash === "string";
    if (kept.role === "beneficiary" && !reported)
      throw new FakeRefusal(400, {
        code: "UNSUPPORTED-RISK-ASSESSMENT",
        message: "Chainalysis KYT API for received transfer should be called after txHash is reported",
      });
    const kyt = this.#registered(kept, network);
    if (this.#options.announces !== false) this.#tell(verificationUuid, kyt, []);
    this.#clock.after(this.#options.assessmentMs ?? 300, () => this.#assess(verificationUuid, kept, kyt));
    return { requestId: kyt.requestId };
  }

  #registered({ role, record }: KeptVerification, network: string | undefined): ChainalysisKyt {
    const reported = typeof record.txHash === "string";
    const { apiType, direction } = kytRule({ role, txReported: reported } as Parameters<typeof kytRule>[0]);
    const counterparty = (role === "originating" ? record.beneficiaryVaspId : record.originatingVaspId) ?? "0";
    const address = plain(record.beneficiaryAccountNumber ?? "");
    return {
      requestId: this.#uuid(),
      counterpartyVaspId: counterparty,
      apiType,
      userId: counterparty,
      direction,
      network: (network ?? record.assetInfo?.network ?? "Ethereum").toUpperCase(),
      asset: record.assetInfo?.symbol ?? "ETH",
      amount: record.assetInfo?.amount ?? "1",
      usdPrice: "1820.17",
      ...(apiType === "TRANSFER" ? { transferRef: `${record.txHash ?? ""}:${address}` } : {}),
      outputAddress: address,
      timestamp: record.orderedAt ?? this.#now(),
      status: "REGISTERED",
      alertCount: null,
      // Milliseconds are cut, so that it may lie after assessedAt or before timestamp.
      createdAt: this.#now().replace(/\.\d+Z$/, ".000Z"),
    };
  }

  #assess(verificationUuid: string, { record }: KeptVerification, registered: ChainalysisKyt): void {
    const finding = (this.#options.find ?? findByAddress)({
      apiType: registered.apiType === "ATTEMPT" ? "ATTEMPT" : "TRANSFER",
      direction: registered.direction === "INCOMING" ? "INCOMING" : "OUTGOING",
      address: record.beneficiaryAccountNumber ?? "",
      asset: registered.asset ?? "",
      amount: registered.amount ?? "",
    });
    if (finding === "ERROR") return this.#tell(verificationUuid, { ...registered, status: "ERROR" }, []);
    const kyt: ChainalysisKyt = {
      ...registered,
      externalId: nameBased(`${registered.apiType}:${registered.transferRef ?? registered.outputAddress ?? ""}`),
      status: "PROCESSED",
      alertCount: finding.length,
      assessedAt: this.#now(),
    };
    const alerts = finding.map((level) => this.#alert(kyt, level));
    this.#tell(verificationUuid, kyt, alerts);
  }

  #alert(kyt: ChainalysisKyt, alertLevel: AlertLevel): ChainalysisKytAlert {
    return {
      counterpartyVaspId: kyt.counterpartyVaspId,
      externalId: kyt.externalId ?? "",
      direction: kyt.direction,
      alertId: this.#uuid(),
      alertLevel,
      entityCategory: "high risk exchange",
      serviceName: alertLevel === "LOW" ? null : `HIGH RISK EXCHANGE: example.com ${kyt.outputAddress ?? ""}`,
      exposureType: alertLevel === "LOW" ? "INDIRECT" : "DIRECT",
      alertAmount: "1820.17",
      createdAt: this.#now(),
    };
  }

  #tell(verificationUuid: string, chainalysisKYT: ChainalysisKyt, alerts: ChainalysisKytAlert[]): void {
    const riskAssessment = alerts.length > 0 ? { chainalysisKYT, chainalysisKYTAlerts: alerts } : { chainalysisKYT };
    this.#messenger.send("CHAINALYSIS_KYT_RESULT", { verificationUuid, riskAssessment } as never);
  }

  #uuid(): string {
    return this.#options.uuid?.() ?? crypto.randomUUID();
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}

/** Chainalysis answers in lower case and without `0x`. */
function plain(address: string): string {
  return address.startsWith("0x") ? address.slice(2).toLowerCase() : address;
}

/** The same target has the same external id, as far as its form in the vendor's sample tells. */
function nameBased(name: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const char of name) {
    a = Math.imul(a ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    b = Math.imul(b + a, 0x85ebca6b) >>> 0;
  }
  const hex = (n: number): string => n.toString(16).padStart(8, "0");
  const digits = hex(a) + hex(b) + hex(a ^ b) + hex(Math.imul(a, b) >>> 0);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-3${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
