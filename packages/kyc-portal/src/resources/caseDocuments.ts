import { type Endpoint, type RequestOptions, Resource, type Transport } from "@x/core";
import type { DocumentRequestReceipt, RequestDocumentsInput } from "../endpoints/cases/documents.js";
import type { CaseDocumentsResponse } from "../models/caseDocuments.js";
import type { CaseInput } from "../models/ids.js";
import type { UploadResult } from "../models/uploads.js";

/** Contracts of the documents of one kind of cases. */
export interface CaseDocumentsContracts<UploadInput, Mandatory> {
  readonly list: Endpoint<CaseInput, CaseDocumentsResponse>;
  readonly listMandatory: Endpoint<CaseInput, Mandatory[]>;
  readonly upload: Endpoint<UploadInput, UploadResult>;
  readonly request: Endpoint<RequestDocumentsInput, DocumentRequestReceipt>;
}

/** Documents of cases. Individuals have the same methods, and one more. */
export class CaseDocuments<UploadInput, Mandatory> extends Resource {
  readonly #contracts: CaseDocumentsContracts<UploadInput, Mandatory>;

  /** @hidden */
  constructor(transport: Transport, contracts: CaseDocumentsContracts<UploadInput, Mandatory>) {
    super(transport);
    this.#contracts = contracts;
  }

  /**
   * Lists the documents of a case. There are none until the case is ready.
   *
   * @param input - Which case.
   * @param options - Choices for this call alone.
   * @returns The documents by group. Never call a `link`: its last segment is the id for `documents.download`.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * const { documents } = await portal.companies.documents.list({ caseCommonId: 2000236 });
   */
  async list(input: CaseInput, options?: RequestOptions): Promise<CaseDocumentsResponse> {
    return await this.transport.request(this.#contracts.list, input, options);
  }

  /**
   * Lists the documents that a case must have; their names are the categories for uploads and requests.
   *
   * For a company the case price covers these and no others.
   *
   * @param input - Which case.
   * @param options - Choices for this call alone.
   * @returns The documents, for an individual their codes alone.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * const codes = await portal.individuals.documents.listMandatory({ caseCommonId: 32427 });
   */
  async listMandatory(input: CaseInput, options?: RequestOptions): Promise<Mandatory[]> {
    return await this.transport.request(this.#contracts.listMandatory, input, options);
  }

  /**
   * Puts a document on a case. Sent once: a repetition would add a second copy.
   *
   * The file's size and type are checked before anything is sent.
   *
   * @param input - The case, the file, its label and category.
   * @param options - Choices for this call alone.
   * @returns The document. When `prevalidationMessages` is not empty the file was judged bad.
   * @throws {@link OutcomeUnknownError} when the answer was lost; list the documents before you repeat it.
   *
   * @example
   * const { prevalidationMessages } = await portal.individuals.documents.upload({
   *   caseCommonId: 32427,
   *   file: { path: "passport.pdf" },
   *   name: "Passport",
   *   fileCat: "photoid",
   * });
   */
  async upload(input: UploadInput, options?: RequestOptions): Promise<UploadResult> {
    return await this.transport.request(this.#contracts.upload, input, options);
  }

  /**
   * Asks a person for documents, by email or text message. Sent once; an identity check that follows may be billed.
   *
   * @param input - The case, the documents, and where the message goes.
   * @param options - Choices for this call alone.
   * @returns The code that the person enters. Whoever has it can upload in that person's name.
   * @throws {@link OutcomeUnknownError} when the answer was lost: the message may have gone out.
   *
   * @example
   * await portal.individuals.documents.request({ caseCommonId: 32427, documents: ["photoid"], email: "jane@example.com" });
   */
  async request(input: RequestDocumentsInput, options?: RequestOptions): Promise<DocumentRequestReceipt> {
    return await this.transport.request(this.#contracts.request, input, options);
  }
}
