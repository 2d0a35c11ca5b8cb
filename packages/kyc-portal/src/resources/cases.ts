import {
  type Endpoint,
  type FileAnswer,
  type FileStream,
  type RequestOptions,
  Resource,
  type Transport,
  streamFile,
} from "@x/core";
import type { LinkCaseInput } from "../endpoints/cases/links.js";
import type { ListCasesInput } from "../endpoints/cases/oneCase.js";
import type { ReportInput, UpdateStatusInput } from "../endpoints/cases/review.js";
import type { AmlChecksResponse } from "../models/amlChecks.js";
import type { AuditTrailEntry } from "../models/auditTrail.js";
import type { CaseDetailResponse, CaseDetails } from "../models/caseDetail.js";
import type { CaseInput } from "../models/ids.js";

/** Contracts that both kinds of cases have. */
export interface CasesContracts {
  readonly list: Endpoint<ListCasesInput, CaseDetails[]>;
  readonly get: Endpoint<CaseInput, CaseDetailResponse>;
  readonly delete: Endpoint<CaseInput, unknown>;
  readonly getAmlChecks: Endpoint<CaseInput, AmlChecksResponse>;
  readonly link: Endpoint<LinkCaseInput, unknown>;
  readonly updateStatus: Endpoint<UpdateStatusInput, CaseDetailResponse>;
  readonly getReport: Endpoint<ReportInput, FileAnswer>;
  readonly getAuditTrail: Endpoint<CaseInput, AuditTrailEntry[]>;
}

/** What cases of companies and of individuals have in common. */
export abstract class Cases extends Resource {
  readonly #contracts: CasesContracts;

  /** @hidden */
  constructor(transport: Transport, contracts: CasesContracts) {
    super(transport);
    this.#contracts = contracts;
  }

  /**
   * Lists the account's cases of this kind. Paging is not documented: the whole list came in one answer.
   *
   * @param input - Query parameters that the vendor told you, if any.
   * @param options - Choices for this call alone.
   * @returns The cases.
   * @throws {@link ApiError} when the vendor refuses.
   *
   * @example
   * const cases = await portal.companies.list();
   */
  async list(input: ListCasesInput = {}, options?: RequestOptions): Promise<CaseDetails[]> {
    return await this.transport.request(this.#contracts.list, input, options);
  }

  /**
   * Reads the state and facts of one case.
   *
   * @param input - Which case.
   * @param options - Choices for this call alone.
   * @returns The case. It is ready when `statusId` is 3, and never by its `status`.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * const { caseDetail } = await portal.companies.get({ caseCommonId: 2000236 });
   */
  async get(input: CaseInput, options?: RequestOptions): Promise<CaseDetailResponse> {
    return await this.transport.request(this.#contracts.get, input, options);
  }

  /**
   * Removes one case for good. What was billed for it stays billed.
   *
   * @param input - Which case.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link ApiError} 404 when there is no such case; after a resend it means that the case is deleted.
   *
   * @example
   * await portal.companies.delete({ caseCommonId: 2000236 });
   */
  async delete(input: CaseInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(this.#contracts.delete, input, options);
  }

  /**
   * Reads every screening match of a case.
   *
   * @param input - Which case.
   * @param options - Choices for this call alone.
   * @returns The matches by provider. Empty lists mean none; a missing list means that nobody looked.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * const { worldChecks } = await portal.companies.getAmlChecks({ caseCommonId: 2000236 });
   */
  async getAmlChecks(input: CaseInput, options?: RequestOptions): Promise<AmlChecksResponse> {
    return await this.transport.request(this.#contracts.getAmlChecks, input, options);
  }

  /**
   * Links another case to this one. Sent once: a repetition would link it twice.
   *
   * A company gets a new step by it; an individual shows the link under the step that it has for associates. The names of
   * the body are inferred; `extra` takes others.
   *
   * @param input - The two cases and their association.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link OutcomeUnknownError} when the answer was lost; read the steps before you repeat it.
   *
   * @example
   * await portal.companies.link({ parentCaseCommonId: 2000236, caseCommonId: 32427, associationType: "Director" });
   */
  async link(input: LinkCaseInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(this.#contracts.link, input, options);
  }

  /**
   * Closes a case, or opens it again.
   *
   * Closing derives the decision from the steps, sets the next review, and may start monitoring.
   *
   * @param input - The case, and `Close` or `Open`.
   * @param options - Choices for this call alone.
   * @returns The case, or as little of it as the vendor answers.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * const { caseDetail } = await portal.companies.updateStatus({ caseCommonId: 2000236, status: "Close" });
   */
  async updateStatus(input: UpdateStatusInput, options?: RequestOptions): Promise<CaseDetailResponse> {
    return await this.transport.request(this.#contracts.updateStatus, input, options);
  }

  /**
   * Downloads the report of a case as a PDF.
   *
   * @param input - Which case, and in which language.
   * @param options - Choices for this call alone.
   * @returns The file. What does not start like a PDF is refused: proxies answer with pages.
   * @throws {@link ApiError} 409 while the case or the report is not ready: wait, then ask again.
   *
   * @example
   * const { bytes } = await portal.companies.getReport({ caseCommonId: 2000236, language: "en" });
   */
  async getReport(input: ReportInput, options?: RequestOptions): Promise<FileAnswer> {
    return await this.transport.request(this.#contracts.getReport, input, options);
  }

  /**
   * Downloads the report of a case without holding it.
   *
   * @param input - Which case, and the report's language.
   * @param options - Choices for this call alone. The time limit goes on until the end of the stream.
   * @returns The PDF on its way, already known to be one. Read it to its end, or cancel it.
   * @throws {@link ApiError} 409 while the case or the report is not ready: wait, then ask again.
   *
   * @example
   * const { stream } = await portal.companies.streamReport({ caseCommonId: 2000236, language: "en" });
   */
  async streamReport(input: ReportInput, options?: RequestOptions): Promise<FileStream> {
    return await streamFile(this.transport, this.#contracts.getReport, input, options);
  }

  /**
   * Reads who did what on a case, and when. Notes on steps show here too.
   *
   * @param input - Which case.
   * @param options - Choices for this call alone.
   * @returns The entries; their names are inferred.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * const entries = await portal.companies.getAuditTrail({ caseCommonId: 2000236 });
   */
  async getAuditTrail(input: CaseInput, options?: RequestOptions): Promise<AuditTrailEntry[]> {
    return await this.transport.request(this.#contracts.getAuditTrail, input, options);
  }
}
