import { type FileAnswer, type FileStream, type RequestOptions, Resource, streamFile } from "@x/core";
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

  /**
   * Downloads one document without holding it, for large ones and for handing them on.
   *
   * @param input - Which document.
   * @param options - Choices for this call alone. The time limit goes on until the end of the stream.
   * @returns The file on its way, already known by its first bytes. Read it to its end, or cancel it.
   * @throws {@link ApiError} 404 when there is no such document.
   *
   * @example
   * const { stream } = await portal.documents.stream({ documentId: 35470 });
   */
  async stream(input: DownloadDocumentInput, options?: RequestOptions): Promise<FileStream> {
    return await streamFile(this.transport, downloadDocument, input, options);
  }
}
