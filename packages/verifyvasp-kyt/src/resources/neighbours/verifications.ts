import { type Paged, type RequestOptions, Resource } from "@x/core";
import {
  type CreatedVerification,
  createVerification,
  type CreateVerificationInput,
} from "../../endpoints/neighbours/createVerification.js";
import { getVerification, type GetVerificationInput } from "../../endpoints/neighbours/getVerification.js";
import {
  inquireTransaction,
  type InquireTransactionInput,
  type TransactionInquiry,
} from "../../endpoints/neighbours/inquireTransaction.js";
import {
  listVerifications,
  type ListVerificationsInput,
  type VerificationPage,
  verificationPages,
} from "../../endpoints/neighbours/listVerifications.js";
import { reportError, type ReportErrorInput } from "../../endpoints/neighbours/reportError.js";
import { reportTransaction, type ReportTransactionInput } from "../../endpoints/neighbours/reportTransaction.js";
import {
  type AccountVerification,
  verifyAccount,
  type VerifyAccountInput,
} from "../../endpoints/neighbours/verifyAccount.js";
import type { ReportReceipt } from "../../models/receipts.js";
import type { Verification } from "../../models/verification.js";

/** Travel-rule verifications: what has to be there before KYT, and what is told the other VASP. */
export class Verifications extends Resource {
  /**
   * Asks the beneficiary VASP whether an address is its own.
   *
   * @param input - The VASP, the asset and the address.
   * @param options - Choices for this call alone.
   * @returns Its answer.
   *
   * @example
   * const { accountVerificationResult } = await verifyvasp.neighbours.verifications.verifyAccount({
   *   keyType: "PerVasp",
   *   beneficiaryVaspId: "15952089931162060684",
   *   symbol: "ETH",
   *   payload: { version: "1.0", ivms101: { beneficiary: { accountNumber: ["0x5811001506550d8356a215be229c15b6ef371a9b"] } } },
   * });
   */
  async verifyAccount(input: VerifyAccountInput, options?: RequestOptions): Promise<AccountVerification> {
    return await this.transport.request(verifyAccount, input, options);
  }

  /**
   * Begins a verification: the condition of everything else. Each call makes another one.
   *
   * Documents differ in one field's spelling, `assetInfo.tradeISODatetime`; fill the other one if your enclave asks for it.
   *
   * @param input - What is transferred, and both sides.
   * @param options - Choices for this call alone.
   * @returns Its id. The answer of the beneficiary VASP comes by callback.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` looks it up by everything that was said.
   *
   * @example
   * const { verificationUuid } = await verifyvasp.neighbours.verifications.create(transfer);
   */
  async create(input: CreateVerificationInput, options?: RequestOptions): Promise<CreatedVerification> {
    return await this.transport.request(createVerification, input, options);
  }

  /**
   * Reads one page of verifications.
   *
   * @param input - Which ones.
   * @param options - Choices for this call alone.
   * @returns The page.
   *
   * @example
   * const { verifications } = await verifyvasp.neighbours.verifications.list({ actionType: "SEND", rpp: 50 });
   */
  async list(input: ListVerificationsInput = {}, options?: RequestOptions): Promise<VerificationPage> {
    return await this.transport.request(listVerifications, input, options);
  }

  /**
   * Reads verifications page by page, as far as they are asked for.
   *
   * @param input - Which ones, and where to begin.
   * @param options - Choices for each call.
   * @returns An iterable of verifications.
   *
   * @example
   * for await (const verification of verifyvasp.neighbours.verifications.listAll({ symbol: "ETH" })) note(verification);
   */
  listAll(input: ListVerificationsInput = {}, options?: RequestOptions): Paged<Verification> {
    return this.transport.pages(listVerifications, input, verificationPages, options);
  }

  /**
   * Reads one verification.
   *
   * @param input - Which one.
   * @param options - Choices for this call alone.
   * @returns The verification; with a `txHash` the next KYT assessment is of the transaction.
   * @throws {@link ApiError} when there is none; `enclaveReason()` is `verification_not_found`.
   *
   * @example
   * const verification = await verifyvasp.neighbours.verifications.get({ uuid: verificationUuid });
   */
  async get(input: GetVerificationInput, options?: RequestOptions): Promise<Verification> {
    return await this.transport.request(getVerification, input, options);
  }

  /**
   * Tells the beneficiary VASP the transaction. From then on KYT assesses the transaction.
   *
   * Call it as soon as the hash exists: KYT before it assesses the address again, is paid again, and says so only in
   * the callback's `apiType`.
   *
   * @param input - The verification and the hash.
   * @param options - Choices for this call alone.
   * @returns The receipt.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` reads whether it was taken.
   *
   * @example
   * await verifyvasp.neighbours.verifications.reportTransaction({ verificationUuid, txHash });
   */
  async reportTransaction(input: ReportTransactionInput, options?: RequestOptions): Promise<ReportReceipt> {
    return await this.transport.request(reportTransaction, input, options);
  }

  /**
   * Tells the beneficiary VASP that the transfer will not take place, for good.
   *
   * @param input - The verification, and why.
   * @param options - Choices for this call alone.
   * @returns The receipt.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` reads whether it was taken.
   *
   * @example
   * await verifyvasp.neighbours.verifications.reportError({ verificationUuid, result: "DENIED", reason: "BLACKLISTED" });
   */
  async reportError(input: ReportErrorInput, options?: RequestOptions): Promise<ReportReceipt> {
    return await this.transport.request(reportError, input, options);
  }

  /**
   * Asks the originating VASP where its transfer stands.
   *
   * @param input - The verification.
   * @param options - Choices for this call alone.
   * @returns Its answer; `txHash` may be empty.
   *
   * @example
   * const { transactionStatus } = await verifyvasp.neighbours.verifications.inquireTransaction({ verificationUuid });
   */
  async inquireTransaction(input: InquireTransactionInput, options?: RequestOptions): Promise<TransactionInquiry> {
    return await this.transport.request(inquireTransaction, input, options);
  }
}
