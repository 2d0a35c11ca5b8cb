import type { Encode } from "./endpoint.js";

/** A file to send: a `Blob` or `File`, bytes with a name, or the path of a file, which is read while it is sent. */
export type Upload =
  | Blob
  | { readonly data: Blob | Uint8Array; readonly name: string; readonly type?: string | undefined }
  | { readonly path: string; readonly name?: string | undefined; readonly type?: string | undefined };

/** What a vendor takes. */
export interface UploadRules {
  /** Most bytes of one file. */
  readonly maxBytes: number;
  /** Media types taken; any when left out. */
  readonly types?: readonly string[];
}

/** Whether a value looks like an {@link Upload}; what is in it is looked at when it is sent. */
export function isUpload(value: unknown): value is Upload {
  if (value instanceof Blob) return true;
  if (typeof value !== "object" || value === null) return false;
  const { data, name, path } = value as { data?: unknown; name?: unknown; path?: unknown };
  if (path !== undefined) return typeof path === "string" && path !== "" && data === undefined;
  return typeof name === "string" && name !== "" && (data instanceof Blob || data instanceof Uint8Array);
}

/**
 * Turns a file into a part of a form without reading it: a `Blob` hands its bytes on while they are sent.
 *
 * Only an array of bytes is copied, once, for a `Blob` does not share memory with it.
 */
export function uploadFile(rules: UploadRules): Encode {
  return async (given: Upload) => {
    const file = await asFile(given);
    if (typeof file === "string") return { issue: { code: "unreadable", expected: file } };
    if (file.size === 0) return { issue: { code: "too_small", expected: "a file that is not empty" } };
    if (file.size > rules.maxBytes) return { issue: { code: "too_big", expected: `at most ${rules.maxBytes} bytes` } };
    if (rules.types !== undefined && !rules.types.includes(file.type))
      return { issue: { code: "invalid", expected: `a file of type ${rules.types.join(", ")}` } };
    return { value: file };
  };
}

/** The file, or what would have been right. */
async function asFile(given: Upload): Promise<File | string> {
  if (given instanceof Blob) return given instanceof File ? given : named(given, "file", given.type);
  if ("data" in given) return named(given.data, given.name, given.type ?? typeOf(given));
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  const fs = process?.getBuiltinModule?.("node:fs") as FileSystem | undefined;
  if (fs?.openAsBlob === undefined) return "a Blob: this runtime opens no files";
  const { openAsBlob } = fs;
  const name = given.name ?? given.path.split(/[\\/]/).at(-1) ?? "file";
  const type = given.type ?? typeByName(name);
  try {
    return named(await openAsBlob(given.path, { type }), name, type);
  } catch {
    return "the path of a file that can be read";
  }
}

interface FileSystem {
  readonly openAsBlob?: (path: string, options: { type: string }) => Promise<Blob>;
}

function named(data: Blob | Uint8Array, name: string, type: string): File {
  return new File(data instanceof Blob ? [data] : piecesOf(data), name, { type });
}

const pieceBytes = 64 * 1024;

/** Runtimes hand out a part of a `Blob` as one chunk, copied: of small parts only one is ever held twice. */
function piecesOf(bytes: Uint8Array): BlobPart[] {
  const pieces: BlobPart[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) pieces.push(bytes.subarray(at, at + pieceBytes) as BlobPart);
  return pieces;
}

function typeOf({ data, name }: { readonly data: Blob | Uint8Array; readonly name: string }): string {
  return data instanceof Blob && data.type !== "" ? data.type : typeByName(name);
}

const typesByEnding: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  tif: "image/tiff",
  tiff: "image/tiff",
};

function typeByName(name: string): string {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(typesByEnding, ending) ? (typesByEnding[ending] ?? "") : "";
}
