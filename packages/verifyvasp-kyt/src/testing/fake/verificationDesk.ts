import { type Clock, FakeRefusal } from "@x/core/testing";
import type { CreateVerificationInput } from "../../endpoints/neighbours/createVerification.js";
import type { ListVerificationsInput, VerificationPage } from "../../endpoints/neighbours/listVerifications.js";
import type { ReportErrorInput } from "../../endpoints/neighbours/reportError.js";
import type { ReportTransactionInput } from "../../endpoints/neighbours/reportTransaction.js";
import type { TransactionInquiry } from "../../endpoints/neighbours/inquireTransaction.js";
import type { AssetInfo } from "../../models/assetInfo.js";
import type { Verification } from "../../models/verification.js";
import { answerByAddress, type FakeEnclaveOptions } from "./options.js";
import type { Messenger } from "./messenger.js";

/** A transfer that another VASP sends to yours. */
export interface IncomingTransfer {
  readonly symbol?: string;
  readonly network?: string;
  readonly amount?: string;
  /** Your customer's address. */
  readonly address?: string;
  /** The VASP that sends. */
  readonly originatingVaspId?: string;
}

/** A verification, and which part your VASP has in it. */
export interface KeptVerification {
  readonly role: "originating" | "beneficiary";
  readonly record: Verification;
}

export const ownVaspId = "15952089931162058999";
export const otherVaspId = "15952089931162059995";

/** The fake's verifications: what was agreed between two VASPs, and what was reported since. */
export class VerificationDesk {
  readonly #kept = new Map<string, KeptVerification>();
  readonly #clock: Clock;
  readonly #messenger: Messenger;
  readonly #options: FakeEnclaveOptions;

  constructor(clock: Clock, messenger: Messenger, options: FakeEnclaveOptions) {
    this.#clock = clock;
    this.#messenger = messenger;
    this.#options = options;
  }

  /** Your VASP wants to send. */
  create(input: CreateVerificationInput): { verificationUuid: string; createdAt: string } {
    const { originator, beneficiary } = input.payload.ivms101;
    const record = this.#open("originating", input.assetInfo, {
      originatingVaspId: this.#options.vaspId ?? ownVaspId,
      beneficiaryVaspId: input.beneficiaryVaspId,
      originatorAccountNumber: originator.accountNumber?.[0] ?? null,
      beneficiaryAccountNumber: beneficiary.accountNumber?.[0] ?? null,
      ivms101Originator: JSON.stringify(originator),
      ivms101Beneficiary: JSON.stringify(beneficiary),
    });
    this.#clock.after(this.#options.verificationMs ?? 100, () => this.#answer(record, { beneficiary }));
    return { verificationUuid: record.verificationUuid, createdAt: record.createdAt ?? "" };
  }

  /** Another VASP wants to send to yours, and yours has agreed. */
  receive(transfer: IncomingTransfer): string {
    const { symbol = "USDT", network = "Ethereum", amount = "150.5" } = transfer;
    const asset: AssetInfo = {
      symbol,
      network,
      amount,
      isExceedingThreshold: false,
      tradePrice: amount,
      tradeCurrency: "USD",
      tradeISODatetime: this.#now(),
    };
    const record = this.#open("beneficiary", asset, {
      originatingVaspId: transfer.originatingVaspId ?? otherVaspId,
      beneficiaryVaspId: this.#options.vaspId ?? ownVaspId,
      originatorAccountNumber: "0x5811001506550d8356a215be229c15b6ef371a9a",
      beneficiaryAccountNumber: transfer.address ?? "0xBb3fd383d1C5540E52EF0A7bcb9433375793aEAF",
      ivms101Originator: "{}",
      ivms101Beneficiary: "{}",
    });
    Object.assign(record, { result: "VERIFIED", reason: "OK", verifiedAt: this.#now() });
    return record.verificationUuid;
  }

  /** Your VASP reports its transaction. */
  reportTransaction({ verificationUuid, txHash, vout }: ReportTransactionInput): { result: boolean } {
    const { role, record } = this.find(verificationUuid);
    if (role !== "originating") return { result: false };
    Object.assign(record, { txHash, vout: vout ?? null, orderedAt: this.#now() });
    return { result: true };
  }

  /** The other VASP reports its transaction. */
  receiveTxReport(verificationUuid: string, txHash: string, vout?: string): void {
    Object.assign(this.find(verificationUuid).record, { txHash, vout: vout ?? null, orderedAt: this.#now() });
    this.#messenger.send("TX_REPORT", { verificationUuid, txHash, ...(vout === undefined ? {} : { vout }) } as never);
  }

  /** Your VASP gives a transfer up. */
  reportError({ verificationUuid, reason }: ReportErrorInput): { result: boolean } {
    // A verified record becomes an error, whatever was reported; the reason stays readable.
    Object.assign(this.find(verificationUuid).record, { result: "ERROR", reason });
    return { result: true };
  }

  /** The other VASP gives a transfer up. */
  receiveErrorReport(verificationUuid: string, reason: string): void {
    Object.assign(this.find(verificationUuid).record, { result: "ERROR", reason });
    const data = { verificationUuid, result: "ERROR", reason, message: "The transfer was given up." };
    this.#messenger.send("ERROR_REPORT", data);
  }

  /** Where a transfer stands. */
  inquire(verificationUuid: string): TransactionInquiry {
    const { txHash, vout } = this.find(verificationUuid).record;
    if (txHash === null || txHash === undefined)
      return { verificationUuid, transactionStatus: "PROCESSING", txHash: "" };
    return { verificationUuid, transactionStatus: "CONFIRMED", txHash, ...(typeof vout === "string" ? { vout } : {}) };
  }

  /** One verification. */
  find(
    verificationUuid: string,
    spelling: "NOT-FOUND-VERIFICATION" | "VERIFICATION-NOT-FOUND" = "VERIFICATION-NOT-FOUND",
  ): KeptVerification {
    const kept = this.#kept.get(verificationUuid);
    if (kept !== undefined) return kept;
    const message = `Verification(${verificationUuid}) is not found`;
    throw new FakeRefusal(spelling === "NOT-FOUND-VERIFICATION" ? 400 : 404, { code: spelling, message });
  }

  /** Every verification, in the order of their making. */
  get all(): readonly KeptVerification[] {
    return [...this.#kept.values()];
  }

  /** One page of them, in the order of their making. */
  list(input: ListVerificationsInput): VerificationPage {
    const { page = 1, rpp = 10 } = input;
    const all = [...this.#kept.values()].filter((one) => matches(one, input)).map(({ record }) => record);
    const verifications = structuredClone(all.slice((page - 1) * rpp, page * rpp));
    return { count: all.length, page, rpp, verifications };
  }

  #open(role: KeptVerification["role"], assetInfo: AssetInfo, sides: Partial<Verification>): Verification {
    const record: Verification = {
      verificationUuid: this.#options.uuid?.() ?? crypto.randomUUID(),
      result: "WAIT",
      reason: null,
      assetInfo: { ...assetInfo },
      txHash: null,
      vout: null,
      ivms101OriginatingVasp: "{}",
      ivms101BeneficiaryVasp: "{}",
      verifiedAt: null,
      orderedAt: null,
      createdAt: this.#now(),
      ...sides,
    };
    this.#kept.set(record.verificationUuid, { role, record });
    return record;
  }

  #answer(record: Verification, ivms101: Record<string, unknown>): void {
    const { result, reason } = (this.#options.answer ?? answerByAddress)(record.beneficiaryAccountNumber ?? "");
    Object.assign(record, { result, reason, verifiedAt: this.#now() });
    const { verificationUuid } = record;
    this.#messenger.send("VERIFICATION_RESULT", {
      verificationUuid,
      verificationResult: result,
      reason,
      message: "",
      ivms101,
    } as never);
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}

function matches({ role, record }: KeptVerification, input: ListVerificationsInput): boolean {
  const day = (record.createdAt ?? "").slice(0, 10);
  const other = role === "originating" ? record.beneficiaryVaspId : record.originatingVaspId;
  const wanted: [unknown, unknown][] = [
    [input.symbol, record.assetInfo?.symbol],
    [input.network, record.assetInfo?.network],
    [input.txHash, record.txHash],
    [input.result, record.result],
    [input.actionType, role === "originating" ? "SEND" : "RECEIVE"],
    [input.oppositeVaspId, other],
    [input.originatorAccountNumber, record.originatorAccountNumber],
    [input.beneficiaryAccountNumber, record.beneficiaryAccountNumber],
  ];
  if (input.fromDate !== undefined && day < input.fromDate) return false;
  if (input.toDate !== undefined && day > input.toDate) return false;
  return wanted.every(([asked, present]) => asked === undefined || asked === present);
}
