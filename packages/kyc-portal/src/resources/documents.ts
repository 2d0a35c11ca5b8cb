import { type FileAnswer, type RequestOptions, Resource } from "@x/core";
import { downloadDocument, type DownloadDocumentInput } from "../endpoints/documents/downloadDocument.js";

/** Documents by their id, whatever case they are on. */
export class Documents extends Resource {
  /**
   * Downloads one document.
   *
   * The `link` of a document is never called: it points to an internal host, and only its last segment is used.
   *
   * @param input - Which document.
   * @param options - Choices for this call alone.
   * @returns The file. What does not start like a PDF or a picture is refused: proxies answer with pages.
   * @throws {@link ApiError} 404 when there is no such document.
   *
   * @example
   * const { bytes } = await portal.documents.download({ documentId: 35470 });
   */
  async download(input: DownloadDocumentInput, options?: RequestOptions): Promise<FileAnswer> {
    return await this.transport.request(downloadDocument, input, options);
  }
}
