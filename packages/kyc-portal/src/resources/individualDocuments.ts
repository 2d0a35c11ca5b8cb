import type { RequestOptions } from "@x/core";
import type { UploadIndividualDocumentInput } from "../endpoints/cases/documents.js";
import {
  prevalidateIndividualDocument,
  type PrevalidateIndividualDocumentInput,
} from "../endpoints/individuals/prevalidateIndividualDocument.js";
import type { PrevalidationResult } from "../models/uploads.js";
import { CaseDocuments } from "./caseDocuments.js";

/** Documents of persons. */
export class IndividualDocuments extends CaseDocuments<UploadIndividualDocumentInput, string> {
  /**
   * Checks a file before it goes to a case. Nothing is kept; whether it is billed is not documented.
   *
   * @param input - The file, its category and label.
   * @param options - Choices for this call alone.
   * @returns Why the file was judged bad; an empty list when it is fine.
   * @throws {@link InputError} when the file is empty or of another type; nothing was sent.
   *
   * @example
   * const { prevalidationMessages } = await portal.individuals.documents.prevalidate({
   *   file: { path: "passport.pdf" },
   *   fileCat: "photoid",
   *   name: "Passport",
   * });
   */
  async prevalidate(input: PrevalidateIndividualDocumentInput, options?: RequestOptions): Promise<PrevalidationResult> {
    return await this.transport.request(prevalidateIndividualDocument, input, options);
  }
}
