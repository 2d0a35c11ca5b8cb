import type { Deadline } from "./deadline.js";
import { imageFormat } from "./image.js";
import { readBytes } from "./read-body.js";

/** A file that an operation answers with. */
export interface DownloadedFile {
  /** The file. */
  readonly bytes: Uint8Array;
  /** What it is, by its own first bytes and not by the header. */
  readonly mimeType: string;
}

/** Kinds of files that an operation may answer with. */
export type FileKind = "pdf" | "image";

/** Reads a file; `undefined` when what came is not of its kind, for one an error page under a success status. */
export async function readFile(
  response: Response,
  kind: FileKind,
  maxBytes: number,
  deadline: Deadline,
): Promise<DownloadedFile | undefined> {
  deadline.phase = "body";
  const bytes = await readBytes(response, maxBytes, deadline);
  const mimeType = kind === "pdf" ? pdfType(bytes) : imageFormat(bytes);
  return mimeType === undefined ? undefined : { bytes, mimeType };
}

function pdfType(bytes: Uint8Array): string | undefined {
  return String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-" ? "application/pdf" : undefined;
}
