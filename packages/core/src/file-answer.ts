/** First bytes by which a file is known, whatever its media type claims. */
const signatures: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ["%PDF-"],
  png: ["\x89PNG\r\n\x1a\n"],
  jpeg: ["\xff\xd8\xff"],
  gif: ["GIF8"],
  tiff: ["II*\0", "MM\0*"],
  /** Office documents are zip files as well. */
  zip: ["PK\x03\x04"],
};

/** Kind of a file. */
export type FileKind = "pdf" | "png" | "jpeg" | "gif" | "tiff" | "zip";

/** A file that came as an answer. */
export interface FileAnswer {
  /** The file. */
  bytes: Uint8Array;
  /** What its first bytes say it is. */
  kind: FileKind;
  /** Media type that the answer claimed, without parameters; absent when it claimed none. */
  mediaType?: string | undefined;
}

/** The kind of a file by its first bytes, among those that are looked for. */
export function fileKind(bytes: Uint8Array, among: readonly FileKind[]): FileKind | undefined {
  // latin1 maps each byte to the character of the same number, as the table is written.
  const head = Array.from(bytes.subarray(0, 8), (byte) => String.fromCharCode(byte)).join("");
  return among.find((kind) => signatures[kind].some((start) => head.startsWith(start)));
}
